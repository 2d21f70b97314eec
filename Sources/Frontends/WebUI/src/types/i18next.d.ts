// Debian's node-i18next carries no type file: this is the part of its interface that the page uses
// (https://www.i18next.com/overview/api).
declare module "i18next" {
  export interface InitOptions {
    readonly lng: string;
    readonly fallbackLng: string;
    readonly resources: Readonly<Record<string, { readonly translation: Readonly<Record<string, string>> }>>;
    readonly keySeparator: false;
    readonly nsSeparator: false;
    readonly initImmediate: false;
    readonly interpolation: { readonly escapeValue: boolean };
  }

  export interface I18n {
    init(options: InitOptions): Promise<unknown>;
    dir(language: string): "ltr" | "rtl";
    getFixedT(language: string): (key: string, values?: Readonly<Record<string, unknown>>) => string;
  }

  const i18next: I18n;
  export default i18next;
}
