import type { VocabularyData } from './data.ts';

/** Running an organisation and earning a living. */
export const business: VocabularyData = {
  Entrepreneurship:
    'entrepreneurial, entrepeneurship, enterpreneurship, entrepreneuership, starting a business, business ownership, small business, small businesses, small business ownership ~ entrepreneur, entrepeneur, business owner, small business owner',
  Startups:
    'start-ups, startup, start-up, start ups, tech startups, building startups ~ startup founder, founder, co-founder, cofounder',
  'Social entrepreneurship': 'social enterprise, social enterprises, social business ~ social entrepreneur',
  'Business development': 'biz dev, bizdev, bus dev, business dev, biz-dev ~ business developer',
  'Business planning': 'business plans, business plan, business plan writing, writing business plans',
  'Business strategy':
    'strategy, strategic planning, strategic thinking, corporate strategy ~ strategist, business strategist',
  'Business coaching': 'executive coaching, leadership coaching ~ business coach, executive coach',
  Consulting: 'consultancy, management consulting, business consulting ~ consultant, business consultant',
  'Project management':
    'project-management, pm, project mgmt, projects management, managing projects, project managment, project planning ~ project manager, project lead',
  'Product management':
    'product mgmt, product-management, product strategy, product ownership ~ product manager, product owner',
  'Program management': 'programme management, program mgmt ~ program manager, programme manager',
  'Agile methods':
    'agile, agile development, agile methodology, agile methodologies, scrum, kanban, agile/scrum ~ scrum master, agile coach',
  'Design thinking':
    'human-centered design, human centred design, human-centred design, human centered design, hcd',
  'Operations management': 'operations, business operations, ops management, biz ops ~ operations manager',
  Logistics: 'supply chain, supply chain management, supply chains, shipping logistics ~ logistician',
  'Change management':
    'organizational change, organisational change, organizational development, organisational development',
  Leadership:
    'leading teams, leadership skills, leadership development, team leadership, leadership training',
  'Team management':
    'managing teams, people management, managing people, management, team building, teambuilding ~ team manager, people manager',
  Marketing:
    'marketing strategy, marketing and promotion, promotion, marketting, advertising and marketing ~ marketer, marketing manager, marketing specialist',
  'Digital marketing': 'online marketing, internet marketing, web marketing ~ digital marketer',
  'Social media marketing':
    'social media, social-media, social media management, smm, instagram marketing, social networks, social media strategy ~ social media manager',
  'Content marketing':
    'content strategy, content creation, content writing, creating content ~ content creator, content strategist, content writer',
  'Email marketing': 'e-mail marketing, newsletters, newsletter, email newsletters, newsletter writing',
  Copywriting: 'copy writing, copy-writing, advertising copy, ad copy ~ copywriter, copy writer',
  'Search engine optimization': 'seo, search engine optimisation, sem, search marketing ~ seo specialist',
  Advertising: 'ads, google ads, facebook ads, adwords, ppc, paid advertising',
  'Public relations':
    'pr, press relations, media relations, publicity, press releases ~ publicist, pr manager',
  Communications:
    'comms, communication strategy, corporate communications, strategic communication ~ communications manager, communications specialist',
  'Market research': 'marketing research, customer research, consumer research, surveys ~ market researcher',
  Sales:
    'selling, b2b sales, sales strategy, retail sales ~ salesperson, salesman, saleswoman, sales manager',
  Retail: 'retailing, shopkeeping, retail management ~ shopkeeper, retailer',
  'E-commerce':
    'ecommerce, e commerce, online store, online shop, online shops, online retail, selling online, etsy, etsy shop, etsy store',
  'Customer service':
    'customer support, customer care, customer success, client service, customer experience ~ customer service representative, customer success manager',
  Negotiation: 'negotiating, negotiations ~ negotiator',
  Accounting: 'accountancy, accounts, tax accounting, tax preparation, taxes, acounting ~ accountant',
  Bookkeeping: 'book keeping, book-keeping, bookeeping ~ bookkeeper',
  Finance:
    'financial analysis, corporate finance, financial management, financial modeling, financial modelling ~ financial analyst',
  'Personal finance':
    'budgeting, financial planning, financial literacy, financial education, money management ~ financial planner, financial advisor, financial adviser',
  Investing:
    'investments, investment, stock market, stocks, angel investing, impact investing ~ investor, angel investor',
  'Real estate':
    'realestate, property investment, property management, property development, real-estate ~ realtor, real estate agent, property manager',
  Fundraising:
    'fund raising, fund-raising, development and fundraising, raising funds, donor relations, raising money ~ fundraiser',
  'Grant writing':
    'grants, grant-writing, grantwriting, grant applications, writing grants, grant proposals, grant funding ~ grant writer, grantwriter',
  Crowdfunding: 'crowd funding, kickstarter, crowd-funding',
  'Nonprofit management':
    'nonprofits, non-profit, nonprofit, non-profits, not-for-profit management, nonprofit leadership, non-profit management, ngo, ngos, charities, board governance ~ nonprofit director',
  'Human resources':
    'hr, people operations, human resource management, hr management, talent management ~ hr manager',
  Recruiting: 'recruitment, hiring, talent acquisition, headhunting ~ recruiter',
  'Career coaching':
    'career counseling, career counselling, career advice, job coaching, resume writing, cv writing ~ career coach',
  'Public speaking':
    'speaking, presentations, presenting, presentation skills, giving talks, speaches, speech giving, toastmasters ~ public speaker, keynote speaker, presenter',
  Law: 'legal, legal advice, legal work, legal help, legal services, legal support ~ lawyer, attorney, solicitor, barrister',
  'Intellectual property': 'copyright, copyright law, patents, trademarks, ip law',
  'Contract drafting': 'contracts, contract law, contract writing',
  'Public policy': 'policy, policy analysis, policymaking, policy making ~ policy analyst, policymaker',
  Insurance: 'insurance advice ~ insurance agent',
  'Event marketing': 'event promotion, promoting events ~ event promoter',
  'Hospitality business': 'hospitality, hospitality management, hotel management ~ hotelier, innkeeper',
  'Restaurant management':
    'restaurants, restaurant business, running a restaurant, restaurant ownership ~ restaurateur, restaurant owner, restaurant manager',
  Catering: 'catering services, event catering ~ caterer',
  Tourism: 'travel industry, ecotourism, tour guiding ~ tour guide',
  Freelancing:
    'freelance, self-employment, self employed, self-employed, freelance work, gig work ~ freelancer',
  'Remote work': 'remote working, telework, working remotely, wfh ~ remote worker, digital nomad',
  Coworking: 'co-working, co working, coworking spaces, shared workspace, shared workspaces',
  'Cooperative business':
    'cooperatives, co-ops, worker cooperatives, co-operatives, worker co-ops, coop, coops, co-op, worker-owned cooperatives, cooperative development, cooperative economics, worker coops',
  'Local economy':
    'local economies, buy local, shop local, local business, localism, community wealth building, local businesses',
  'Circular economy': 'circular-economy, reuse economy',
  'Sustainable business': 'b corp, b corps, green business, corporate social responsibility, csr, esg',
  'Time management': 'time-management, productivity, gtd',
  'Administrative work':
    'admin, administration, office administration, office management, administrative support, admin support, clerical work ~ administrator, office manager, administrative assistant, virtual assistant',
  'Data entry': 'typing, data-entry',
  Procurement: 'purchasing, sourcing ~ buyer, purchaser',
  'Quality management': 'quality control, six sigma, lean six sigma, lean manufacturing',
  Manufacturing:
    'small-scale manufacturing, production engineering, small batch manufacturing ~ manufacturer',
  'Product development': 'new product development, npd ~ product developer',
  'Inventory management': 'inventory, stock control',
  Pitching: 'pitch decks, pitch deck, pitching investors, elevator pitch',
  Networking: 'business networking, professional networking, net working ~ networker',
};
