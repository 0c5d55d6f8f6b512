/** What Node and the page's isolated world tell each other. Types only; the texts are made by `transfer.ts`. */

/** What a dialog inside the window shows. */
export type DialogSpec =
  | {
      readonly kind: 'path';
      readonly title: string;
      readonly path: string;
      readonly button: string;
      /** Why the last answer was not taken. */
      readonly problem?: string;
    }
  | {
      readonly kind: 'message';
      readonly title: string;
      readonly message: string;
      readonly detail?: string;
      readonly buttons: readonly string[];
      readonly defaultButton: number;
      readonly checkbox?: { readonly label: string; readonly checked: boolean };
    };

/** What the person answered: undefined for Escape or Cancel. */
export type DialogAnswer = { readonly path: string } | { readonly button: number; readonly checked: boolean };

/** From the page to Node, through the binding that only the isolated world has. */
export type FromPage =
  | {
      readonly kind: 'invoke' | 'send';
      readonly id: number;
      readonly channel: string;
      readonly args: readonly unknown[];
      /** Tokens in `args` that stand for files; Node replaces them by the files' paths. */
      readonly files: readonly string[];
    }
  | { readonly kind: 'dialog'; readonly id: number; readonly answer: DialogAnswer | undefined }
  /** A document has begun; the first message it sends. */
  | { readonly kind: 'document'; readonly url: string }
  | { readonly kind: 'dark'; readonly dark: boolean }
  /** The page wanted to leave its origin and was kept from it. */
  | { readonly kind: 'refused-navigation'; readonly url: string };

/** From Node to the page. */
export type ToPage =
  | { readonly kind: 'message'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'reply'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'refusal'; readonly id: number; readonly message: string }
  | { readonly kind: 'dialog'; readonly id: number; readonly spec: DialogSpec };

/** What Node calls in the isolated world, found there as `globalThis.secondOpinionRuntime`. */
export interface PageRuntime {
  /** Takes one encoded {@link ToPage} message. */
  deliver(text: string): void;
  /** Hands over the files that tokens stand for; null for one that was handed over before. */
  takeFiles(tokens: readonly string[]): (File | null)[];
  /** Opens the browser's own file chooser; the files the person chose, none when cancelled. */
  chooseFiles(options: { readonly multiple: boolean; readonly accept: string }): Promise<File[]>;
}

/** What Node writes in front of the page scripts as `standIn`. */
export interface PageParameters {
  /** Names that only the two worlds of this window know. */
  readonly secret: string;
  readonly platform: NodeJS.Platform;
  readonly versions: Readonly<Record<string, string | undefined>>;
}
