import { demoStaff } from './demo-staff.ts';

const texts = {
  fi: {
    title: 'Kirjaudu Työväylään',
    notice: 'Kehitysympäristö: henkilöt ovat keksittyjä, kaikkien salasana on ”demo”. Ei oikeita asiakastietoja.',
    who: 'Kuka kirjautuu?',
    password: 'Salasana',
    submit: 'Kirjaudu',
    wrong: 'Nimi tai salasana on väärin.',
  },
  sv: {
    title: 'Logga in i Työväylä',
    notice: 'Utvecklingsmiljö: personerna är påhittade, allas lösenord är ”demo”. Inga verkliga kunduppgifter.',
    who: 'Vem loggar in?',
    password: 'Lösenord',
    submit: 'Logga in',
    wrong: 'Fel namn eller lösenord.',
  },
  en: {
    title: 'Sign in to Työväylä',
    notice: 'Development: the people are made up, everyone’s password is “demo”. No real client data.',
    who: 'Who signs in?',
    password: 'Password',
    submit: 'Sign in',
    wrong: 'Wrong name or password.',
  },
} as const;

export type PageLanguage = keyof typeof texts;

/** The first language of these that the page speaks; Finnish otherwise. Takes `ui_locales` or Accept-Language. */
export const pageLanguage = (...wishes: readonly (string | undefined)[]): PageLanguage => {
  for (const wish of wishes) {
    const found = /\b(fi|sv|en)\b/.exec(wish ?? '')?.[1];
    if (found !== undefined) return found as PageLanguage;
  }
  return 'fi';
};

export type LoginPage = {
  readonly language: PageLanguage;
  /** Where the form goes; from the provider, never from the request. */
  readonly action: string;
  /** Sign-in name that is chosen already. */
  readonly chosen: string;
  readonly failed: boolean;
};

/** The sign-in page of the development identity provider. Needs no script, so that it works under a strict policy. */
export const loginPage = ({ language, action, chosen, failed }: LoginPage): string => {
  const text = texts[language];
  const choices = demoStaff.map(({ login, name, title }) => {
    const checked = login === chosen ? ' checked' : '';
    return `<label class="who"><input type="radio" name="login" value="${login}" required${checked}>
      <span><b>${name}</b><br>${title[language]} · <code>${login}</code></span></label>`;
  });
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${text.title}</title>
<style>${style}</style></head>
<body><main><h1>${text.title}</h1><p class="notice" role="note">${text.notice}</p>
${failed ? `<p class="wrong" role="alert">${text.wrong}</p>` : ''}
<form method="post" action="${action}">
<fieldset><legend>${text.who}</legend>${choices.join('\n')}</fieldset>
<label class="password">${text.password}<input type="password" name="password" required autocomplete="off" value="demo"></label>
<button type="submit">${text.submit}</button>
</form></main></body></html>`;
};

const style = `
body { font: 16px/1.5 system-ui, sans-serif; margin: 0; background: #f3f6f9; color: #16202b }
main { max-width: 36rem; margin: 2rem auto; padding: 1.5rem 2rem 2rem; background: #fff; border-radius: 8px }
h1 { font-size: 1.5rem; margin: 0 0 1rem }
.notice { background: #fff3d6; border-left: 4px solid #a86a00; padding: .5rem .75rem; margin: 0 0 1rem }
.wrong { background: #fde8e8; border-left: 4px solid #b3261e; padding: .5rem .75rem }
fieldset { border: 1px solid #c3ccd6; border-radius: 6px; padding: .5rem 1rem; margin: 0 0 1rem }
.who { display: flex; gap: .75rem; align-items: flex-start; padding: .4rem 0 }
.password { display: block; margin-bottom: 1rem }
.password input { display: block; font: inherit; padding: .4rem .6rem; border: 1px solid #6a7785; border-radius: 4px }
button { font: inherit; font-weight: 600; color: #fff; background: #0b4f7d; border: 0; border-radius: 4px; padding: .6rem 1.4rem }
:focus-visible { outline: 3px solid #1b7fc4; outline-offset: 2px }`;
