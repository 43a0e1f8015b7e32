import { electronHost } from './electron';
import type { Host } from './host';
import { loopbackHost } from './loopback';
import { standinHost } from './standin';

/** Every host with a window; the journeys run against each that the machine can start. */
export const hosts: readonly Host[] = [loopbackHost, standinHost, electronHost];
