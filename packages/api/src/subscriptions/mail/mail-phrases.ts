/** What messages to subscribers say of their own, in one language. */
export type MailPhrases = {
  confirm: {
    subject: (journal: string) => string;
    intro: (journal: string) => string;
    button: string;
    hours: (hours: number) => string;
    ignore: string;
  };
  subject: {
    alert: (journal: string) => string;
    digest: (journal: string, day: string) => string;
  };
  headings: { articles: string; findings: string; notices: string };
  correction: string;
  retraction: string;
  was: string;
  now: string;
  retracted: string;
  more: (count: number) => string;
  why: (journal: string) => string;
  whyNewsletter: (journal: string) => string;
  preferences: string;
  leave: string;
};

const en: MailPhrases = {
  confirm: {
    subject: (journal) => `Confirm your subscription: ${journal}`,
    intro: (journal) => `Somebody, probably you, asked for e-mail from ${journal} at this address:`,
    button: 'Confirm',
    hours: (hours) =>
      `The link works for ${hours} hours and asks once more before anything begins.`,
    ignore: 'If it was not you, do nothing. You will get no e-mail.',
  },
  subject: {
    alert: (journal) => `News from ${journal}`,
    digest: (journal, day) => `${journal}, ${day}`,
  },
  headings: { articles: 'Articles', findings: 'Positions', notices: 'Corrections' },
  correction: 'Correction',
  retraction: 'Retraction',
  was: 'We wrote',
  now: 'Correct is',
  retracted: 'This article was retracted',
  more: (count) => `And ${count} more on the site.`,
  why: (journal) => `You get this because you subscribed to ${journal}.`,
  whyNewsletter: (journal) =>
    `You get this because you subscribed to the newsletter of ${journal}.`,
  preferences: 'Preferences',
  leave: 'Unsubscribe',
};

const de: MailPhrases = {
  confirm: {
    subject: (journal) => `Abonnement bestätigen: ${journal}`,
    intro: (journal) =>
      `Jemand, wahrscheinlich Sie, möchte an diese Adresse E-Mails von ${journal} erhalten:`,
    button: 'Bestätigen',
    hours: (hours) =>
      `Der Link gilt ${hours} Stunden und fragt noch einmal nach, bevor etwas beginnt.`,
    ignore: 'Waren Sie es nicht, müssen Sie nichts tun. Sie erhalten dann keine E-Mails.',
  },
  subject: {
    alert: (journal) => `Neues von ${journal}`,
    digest: (journal, day) => `${journal}, ${day}`,
  },
  headings: { articles: 'Artikel', findings: 'Positionen', notices: 'Korrekturen' },
  correction: 'Korrektur',
  retraction: 'Rückzug',
  was: 'Wir schrieben',
  now: 'Richtig ist',
  retracted: 'Dieser Artikel wurde zurückgezogen',
  more: (count) => `Und ${count} weitere auf der Website.`,
  why: (journal) => `Sie erhalten diese E-Mail, weil Sie ${journal} abonniert haben.`,
  whyNewsletter: (journal) =>
    `Sie erhalten diese E-Mail, weil Sie den Newsletter von ${journal} abonniert haben.`,
  preferences: 'Einstellungen',
  leave: 'Abbestellen',
};

const fr: MailPhrases = {
  confirm: {
    subject: (journal) => `Confirmez votre abonnement : ${journal}`,
    intro: (journal) =>
      `Quelqu’un, sans doute vous, a demandé à recevoir à cette adresse des messages de ${journal} :`,
    button: 'Confirmer',
    hours: (hours) =>
      `Le lien est valable ${hours} heures et demande encore une confirmation avant tout envoi.`,
    ignore: 'Si ce n’était pas vous, ne faites rien : vous ne recevrez aucun message.',
  },
  subject: {
    alert: (journal) => `Des nouvelles de ${journal}`,
    digest: (journal, day) => `${journal}, ${day}`,
  },
  headings: { articles: 'Articles', findings: 'Positions', notices: 'Rectifications' },
  correction: 'Rectification',
  retraction: 'Rétractation',
  was: 'Nous avions écrit',
  now: 'Il faut lire',
  retracted: 'Cet article a été rétracté',
  more: (count) => `Et ${count} de plus sur le site.`,
  why: (journal) => `Vous recevez ce message parce que vous êtes abonné à ${journal}.`,
  whyNewsletter: (journal) =>
    `Vous recevez ce message parce que vous êtes abonné à la lettre d’information de ${journal}.`,
  preferences: 'Préférences',
  leave: 'Se désabonner',
};

const es: MailPhrases = {
  confirm: {
    subject: (journal) => `Confirme su suscripción: ${journal}`,
    intro: (journal) =>
      `Alguien, probablemente usted, pidió recibir en esta dirección mensajes de ${journal}:`,
    button: 'Confirmar',
    hours: (hours) =>
      `El enlace vale ${hours} horas y pregunta una vez más antes de que empiece nada.`,
    ignore: 'Si no fue usted, no haga nada: no recibirá ningún mensaje.',
  },
  subject: {
    alert: (journal) => `Novedades de ${journal}`,
    digest: (journal, day) => `${journal}, ${day}`,
  },
  headings: { articles: 'Artículos', findings: 'Posiciones', notices: 'Correcciones' },
  correction: 'Corrección',
  retraction: 'Retractación',
  was: 'Escribimos',
  now: 'Lo correcto es',
  retracted: 'Este artículo fue retractado',
  more: (count) => `Y ${count} más en el sitio.`,
  why: (journal) => `Recibe este mensaje porque está suscrito a ${journal}.`,
  whyNewsletter: (journal) => `Recibe este mensaje porque está suscrito al boletín de ${journal}.`,
  preferences: 'Preferencias',
  leave: 'Darse de baja',
};

const phrases: Readonly<Record<string, MailPhrases>> = { en, de, fr, es };

/** The phrases of a language, and which language they are in: English where there are none of it. */
export function phrasesOf(language: string): { language: string; phrases: MailPhrases } {
  const [tongue = ''] = language.toLowerCase().split('-');
  const found = phrases[tongue];
  return found === undefined
    ? { language: 'en', phrases: en }
    : { language: tongue, phrases: found };
}
