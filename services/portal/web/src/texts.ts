import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { languages } from './lib/format.ts';
import en from './texts/en.json' with { type: 'json' };
import fi from './texts/fi.json' with { type: 'json' };
import sv from './texts/sv.json' with { type: 'json' };

const key = 'tyovayla-language';

const wished = (): string => {
  const wishes = [localStorage.getItem(key) ?? '', ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wishes.find((tag) => (languages as readonly string[]).includes(tag)) ?? 'fi';
};

/** Starts the texts in the language that the person chose before, or their browser prefers; Finnish otherwise. */
export const startTexts = async (): Promise<void> => {
  await i18next.use(initReactI18next).init({
    resources: { fi: { translation: fi }, sv: { translation: sv }, en: { translation: en } },
    lng: wished(),
    fallbackLng: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = i18next.language;
  i18next.on('languageChanged', (language) => {
    localStorage.setItem(key, language);
    document.documentElement.lang = language;
  });
};
