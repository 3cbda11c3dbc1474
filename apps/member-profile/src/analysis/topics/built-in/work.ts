import type { TopicData } from '../topic-data.ts';

/** Earning a living and running an organisation. */
export const work: TopicData = {
  'Starting something of your own':
    'Entrepreneurship, Startups, Social entrepreneurship, Business development, Business planning, Business strategy, Freelancing, Consulting, Pitching, Product development, Crowdfunding, Investing, Coworking',
  'Getting the word out':
    'Marketing, Digital marketing, Social media marketing, Content marketing, Email marketing, Copywriting, Search engine optimization, Advertising, Public relations, Communications, Branding, Event marketing, Market research, Blogging, Mailchimp, Google Analytics',
  'Across the counter':
    'Sales, Retail, E-commerce, Customer service, Negotiation, Farmers markets, Local economy, Shopify, Salesforce, Inventory management',
  'Plans kept on track':
    'Project management, Product management, Program management, Agile methods, Operations management, Logistics, Change management, Time management, Quality management, Procurement, Inventory management, Administrative work ~ organised, organized',
  'Leading and being led':
    'Leadership, Team management, Human resources, Recruiting, Career coaching, Business coaching, Change management, Training, Diversity and inclusion, Remote work',
  'Ledgers in good order':
    'Bookkeeping, Accounting, Finance, Personal finance, QuickBooks, Excel, Spreadsheets, Google Sheets, Data entry, Administrative work, Insurance, Investing ~ Accounting & Finance, organised, organized',
  'An office that runs':
    'Administrative work, Microsoft Office, Microsoft Word, PowerPoint, Excel, Google Workspace, Airtable, Notion, Data entry, Customer service',
  'Guests made welcome':
    'Hospitality business, Restaurant management, Catering, Tourism, Cocktails, Specialty coffee, Customer service, Hosting',
  'Rules and rights':
    'Law, Intellectual property, Contract drafting, Public policy, Negotiation, Human rights, Insurance, Real estate, Mediation ~ Law and Legal Studies, Criminology',
  'Bricks, rent and land':
    'Real estate, Affordable housing, Construction, Home renovation, Interior design, Architecture ~ Land & Property Management',
};
