/** Sensitive entries of lists: the kind, and the words. */
export const sensitiveLabels = `
health: HIV
health: Depression
health: ADHS
health: bipolar
health: Type 1 diabetes
health: chronic pain
health: wheelchair user
health: autismo
health: TDAH
health: burn-out
faith: Catholic
faith: muslim
faith: katholisch
faith: judía
faith: Bible study
faith: Ramadan
origin: refugee
origin: BIPOC
origin: Sans-papiers
origin: Roma
sexuality: trans
sexuality: LGBTQ+
sexuality: queer
sexuality: schwul
sexuality: lesbiana
sexuality: BDSM
politics: AfD
politics: socialist
politics: Die Grünen
politics: Partido Socialista voter of
politics: comunista
union: ver.di
union: trade union
union: Gewerkschaft
union: CGIL
addiction: Gamblers Anonymous
addiction: AA
addiction: sober
addiction: 12 steps
addiction: trocken
money: insolvency
money: Privatinsolvenz
money: unemployed
money: Schulden
money: au chômage
children: single mom
children: Parenting
children: alleinerziehend
children: mamma
children: new parents
whereabouts: living alone
whereabouts: my address
empty_home: empty house
empty_home: leerstehende Wohnung
money: Debt support circle
money: Food bank Thursdays
faith: Lobpreisabende
`;

/** Harmless entries of lists. */
export const harmlessLabels = `
nursing
Krankenpflege
health tech
yoga
mental health
Public health
first aid
hospice work
cancer research
LIFE SCIENCES RESEARCH RELATED TO HUMAN HEALTH AND DISEASE
sign language
accessibility
psychology
nutrition
church music
choir
meditation
philosophy
theology
Theologie
gospel
refugee support
migration studies
Kurdish cuisine
Spanish
Deutsch als Fremdsprache
political science
activism
climate action
law
labour law
European Union
credit union
harm reduction
addiction counselling
Suchtberatung
financial planning
accounting
tax advice
childcare
teaching children
children's books
youth work
Pädagogik
travel
running
swimming
house renovation
interior design
patient
honest
open-minded
Add-ons
PR
R
ML
vegan cooking
wine
data recovery
film festivals
drag racing
housing
homelessness outreach
community building
human rights
Berlin
Rome
Roma (Italy) travel guide
Paris, France
12 Monkeys
Strategy
`;
