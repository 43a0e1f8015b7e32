import { mount } from 'svelte';
import App from './App.svelte';
import { connect } from './rpc/connect';
import { AppState } from './state/app.svelte';
import { Draft } from './state/draft.svelte';
import './ui/tokens.css';
import './ui/base.css';
import './ui/controls.css';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');

const app = new AppState(connect(), (...asked) => Draft.open(...asked));
mount(App, { target, props: { app } });
void app.start();
