import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, languages } from './lib/format.ts';

const key = 'tyovayla-language';

type Texts = Readonly<Record<string, unknown>>;

/** Texts are large and read in one language at a time: each is fetched when it is first shown. */
const fetches: Readonly<Record<Language, () => Promise<{ readonly default: Texts }>>> = {
  fi: () => import('./texts/fi.json'),
  sv: () => import('./texts/sv.json'),
  en: () => import('./texts/en.json'),
};

const wished = (): Language => {
  const wishes = [localStorage.getItem(key) ?? '', ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wishes.map((wish) => languages.find((language) => language === wish)).find(Boolean) ?? 'fi';
};

const showTexts = async (language: Language): Promise<void> => {
  if (!i18next.hasResourceBundle(language, 'translation'))
    i18next.addResourceBundle(language, 'translation', (await fetches[language]()).default);
  await i18next.changeLanguage(language);
};

/** Shows the texts in the language that the person chooses, now and when they come again. */
export const showLanguage = async (language: Language): Promise<void> => {
  try {
    await showTexts(language);
    localStorage.setItem(key, language);
  } catch {
    // A language that cannot be fetched right now leaves the one shown: the person can choose again.
  }
};

/** Starts the texts in the language that the person chose before, or their browser prefers; Finnish otherwise. */
export const startTexts = async (): Promise<void> => {
  await i18next.use(initReactI18next).init({
    resources: {},
    fallbackLng: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await showTexts(wished());
};
