import { expect, type Locator, type Page } from 'playwright/test';

/** The window in a writer's words. */
export class Desk {
  readonly page: Page;
  readonly text: Locator;
  readonly headline: Locator;
  readonly kicker: Locator;
  readonly standfirst: Locator;
  /** The paragraphs of the body. */
  readonly paragraphs: Locator;
  readonly library: Locator;
  readonly status: Locator;

  constructor(page: Page) {
    this.page = page;
    this.text = page.getByRole('textbox', { name: 'Article text' });
    this.headline = this.text.locator('[data-part="headline"]');
    this.kicker = this.text.locator('[data-part="kicker"]');
    this.standfirst = this.text.locator('[data-part="standfirst"]');
    this.paragraphs = this.text.locator('> p:not([data-part])');
    this.library = page.getByRole('region', { name: 'Library' });
    this.status = page.getByRole('contentinfo', { name: 'Status' });
  }

  /** The window is there and shows an article, or the invitation to begin one. */
  async ready(): Promise<this> {
    await expect(this.status).toContainText(/\d word|No article open/u);
    return this;
  }

  async newArticle(headline?: string): Promise<void> {
    const before = await this.articles().count();
    await this.library.getByRole('button', { name: 'New article' }).first().click();
    await expect(this.articles()).toHaveCount(before + 1);
    await expect(this.headline).toHaveText('');
    if (headline !== undefined) {
      await this.headline.click();
      await this.page.keyboard.type(headline);
    }
  }

  /** Puts the cursor at the end of the body. */
  async toEnd(): Promise<void> {
    await this.text.locator('> p, > ul, > ol, > h2, > h3').last().click();
    await this.page.keyboard.press('ControlOrMeta+End');
  }

  /** Clicks into words and lets the editor end the click, as every hand does that goes from the mouse to the keys. */
  async clickInto(words: Locator): Promise<void> {
    await words.click();
    // The editor takes a click's place in tasks of its own after the button came up; a machine's next key can come before.
    await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 60))));
  }

  async type(words: string): Promise<void> {
    await this.page.keyboard.type(words);
  }

  articles(): Locator {
    return this.library.getByRole('listbox', { name: 'Articles' }).getByRole('option');
  }

  async open(headline: string): Promise<void> {
    await this.articles().filter({ hasText: headline }).first().click();
    await expect(this.headline).toHaveText(headline);
  }

  /** Waits until the host has said that everything is on disk. */
  async saved(): Promise<void> {
    await expect(this.status.getByRole('status')).toHaveText('Saved');
  }

  async command(title: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Shift+p');
    const palette = this.page.getByRole('dialog');
    await palette.getByRole('combobox').fill(title);
    await this.page.keyboard.press('Enter');
  }

  /** The body as lines a person can compare: `h2 Crosshead`, `p Words`. */
  async body(): Promise<string[]> {
    return this.text.evaluate((root) =>
      [...root.children].flatMap((child) => {
        if (!(child instanceof HTMLElement) || child.matches('[data-part], .ProseMirror-widget')) return [];
        const words = (child.querySelector('blockquote') ?? child).textContent ?? '';
        return [
          `${child.classList.contains('quote') ? 'quote' : child.classList.contains('related') ? 'related' : child.tagName.toLowerCase()} ${words}`.trim(),
        ];
      }),
    );
  }

  /** A call of the contract from beside this window, as another window or the command line makes it. */
  async beside(name: string, input: unknown): Promise<unknown> {
    return this.page.evaluate(
      async ([method, given]) => {
        const { stet: bridge } = window as unknown as {
          stet?: { call(name: string, input: unknown): Promise<{ value: unknown }> };
        };
        if (bridge) return (await bridge.call(method, given)).value;
        const headers = { 'Content-Type': 'application/json', 'x-stet-token': sessionStorage.getItem('stet-token') ?? '' };
        const answer = await fetch('/rpc', { method: 'POST', headers, body: JSON.stringify({ name: method, input: given }) });
        return ((await answer.json()) as { value: unknown }).value;
      },
      [name, input] as const,
    );
  }
}
