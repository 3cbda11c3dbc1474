import type { VocabularyData } from './data.ts';

/** Software, data and engineering, apart from named products (tools.ts) and programming languages. */
export const technical: VocabularyData = {
  Programming: 'coding, computer programming, programing, code ~ programmer, coder',
  'Software development':
    'software engineering, software dev, software, app building ~ software developer, software engineer, developer, dev',
  'Web development':
    'web dev, webdev, website development, web programming, building websites, making websites, websites, website, website building, web developement, web ~ web developer, web dev, website builder',
  'Front-end development':
    'frontend, front end, front-end, frontend development, front end dev, frontend dev, front-end web development ~ frontend developer, front-end developer, front end engineer',
  'Back-end development':
    'backend, back end, back-end, backend development, backend dev, server-side development ~ backend developer, back-end developer, backend engineer',
  'Full-stack development':
    'full stack, fullstack, full-stack, full stack web development, fullstack development ~ full-stack developer, fullstack developer, full stack engineer',
  'Mobile app development':
    'mobile development, app development, mobile apps, mobile dev, app dev, building apps, apps ~ mobile developer, app developer',
  'iOS development': 'ios, ios apps, ios app development, iphone apps, iphone development ~ ios developer',
  'Android development': 'android apps, android app development ~ android developer',
  'Game development':
    'gamedev, game dev, games development, video game development, game programming, game making, making games ~ game developer',
  'Embedded systems':
    'embedded, embedded software, firmware, embedded programming, microcontrollers, firmware development ~ embedded engineer, firmware engineer',
  'Internet of things': 'iot, smart home, home automation, smart devices, smart homes',
  'Open source':
    'open-source, opensource, foss, free software, open source software, oss ~ open source contributor',
  'Software architecture': 'system design, systems architecture, software design ~ software architect',
  'Software testing':
    'qa, quality assurance, test automation, qa testing, automated testing ~ qa engineer, software tester',
  'Test-driven development': 'tdd, test driven development',
  'Version control': 'source control',
  'API design': 'apis, rest apis, api development, api, rest api, restful apis, web apis',
  'Web accessibility':
    'a11y, accessibility, accessible design, digital accessibility, wcag ~ accessibility specialist',
  'Static sites': 'static site generators, jamstack, static websites',
  'Responsive design': 'responsive web design, rwd',
  'HTML and CSS': 'html/css, html & css, html5/css3, html5 and css3, html+css, css/html, css and html',
  HTML: 'html5, hyper text markup language',
  CSS: 'css3, cascading style sheets',
  JavaScript:
    'java script, javascipt, java-script, ecmascript, es6, vanilla js, javascript es6, js es6, javscript ~ javascript developer, js developer',
  TypeScript: 'type script, ts ~ typescript developer',
  Python: 'phyton, pyhton, python programming, python 3 ~ python developer, python programmer, pythonista',
  Java: 'java programming ~ java developer',
  'C++': 'c plus plus, cplusplus, cxx',
  'C#': 'c sharp, c-sharp, c# .net',
  C: 'c programming, c language, ansi c, c programming language',
  'F#': 'f sharp, f-sharp',
  '.NET':
    'dotnet, dot net, .net framework, .net core, dotnet core, microsoft .net, asp.net mvc ~ .net developer',
  R: 'r programming, r language, r stats, rstats, r statistics, r programming language',
  Go: 'go language, go programming, go lang ~ go developer, golang developer',
  Rust: 'rustlang, rust lang, rust programming ~ rust developer, rustacean',
  Ruby: 'ruby programming, ruby language ~ ruby developer, rubyist',
  PHP: 'php programming, php7, php8 ~ php developer',
  Swift: 'swift programming, swift language ~ swift developer',
  Kotlin: 'kotlin programming ~ kotlin developer',
  Scala: 'scala programming ~ scala developer',
  Julia: 'julia language, julialang, julia programming',
  Perl: 'perl5, perl 5, perl programming',
  Assembly: 'assembly language, assembler, assembly programming',
  'Objective-C': 'objective c',
  MATLAB: 'mat lab, matlab programming',
  'Visual Basic': 'visualbasic',
  'VB.NET': 'visual basic .net, vbnet',
  PLSQL: 'pl/sql',
  TSQL: 't-sql, transact-sql, transact sql',
  Lisp: 'lisp programming',
  Scheme: 'scheme lisp',
  Racket: 'racket language, racket lisp',
  Elm: 'elm language, elm-lang',
  BASIC: 'basic programming',
  Processing: 'processing.org, processing language',
  'Shell scripting':
    'shell, shell script, shell scripts, bash, bash scripting, bash script, bash scripts, shell programming, zsh, command line, cli',
  SQL: 'structured query language, sql queries, sql programming, sql databases',
  LaTeX: 'latex typesetting',
  Databases:
    'database, database design, database administration, relational databases, rdbms, db design, dba ~ database administrator, database designer',
  NoSQL: 'no-sql, nosql databases',
  'Data science': 'data-science, datascience, data sciences ~ data scientist',
  'Data analysis':
    'data analytics, analytics, analysing data, analyzing data, data analysis and reporting, data anlysis ~ data analyst',
  'Data engineering': 'data pipelines, etl, elt, data warehousing, data pipeline ~ data engineer',
  'Data cleaning': 'data wrangling, data munging',
  'Big data': 'bigdata',
  'Business intelligence': 'bi, business intelligence reporting, bi reporting ~ bi developer, bi analyst',
  Statistics:
    'stats, statistical analysis, statistical modeling, statistical modelling, applied statistics ~ statistician',
  'Machine learning':
    'ml, machine-learning, machinelearning, machine lerning, statistical learning ~ machine learning engineer, ml engineer',
  'Deep learning': 'deep-learning, neural networks, neural nets, deep neural networks',
  'Artificial intelligence':
    'ai, a.i., artifical intelligence, ai/ml, ai and machine learning, artificial inteligence ~ ai engineer, ai researcher',
  'Generative AI':
    'genai, gen ai, llms, llm, large language models, large language model, prompt engineering, chatgpt',
  'Natural language processing': 'nlp, text mining, computational linguistics ~ computational linguist',
  'Computer vision': 'machine vision, image recognition, computervision',
  'Image processing': 'digital image processing',
  'Data mining': 'datamining',
  'Web scraping': 'scraping, webscraping, data scraping',
  'Data structures and algorithms': 'algorithms, dsa, algorithm design',
  GIS: 'geographic information systems, geographic information system, geospatial, geospatial analysis, spatial analysis, geoinformatics ~ gis analyst, gis specialist',
  Cartography: 'map making, mapmaking, maps, mapping, map design ~ cartographer, mapmaker',
  'Remote sensing': 'satellite imagery',
  DevOps:
    'dev ops, dev-ops, site reliability engineering, sre, continuous integration, ci/cd, cicd, devops engineering ~ devops engineer, site reliability engineer',
  'Cloud computing':
    'cloud, cloud infrastructure, cloud services, cloud architecture ~ cloud engineer, cloud architect',
  'System administration':
    'sysadmin, system admin, systems administration, server administration, linux administration, sys admin, sysadmin work ~ system administrator, systems administrator, sysadmin',
  'Computer networks':
    'networking hardware, computer networking, network administration, network engineering, it networking ~ network engineer, network administrator',
  'Information technology': 'it, information tech, i.t.',
  'IT support':
    'tech support, technical support, it help desk, helpdesk, computer support, help desk, computer help ~ it technician',
  'Computer repair':
    'pc repair, computer building, pc building, building computers, fixing computers, building pcs',
  Cybersecurity:
    'cyber security, cyber-security, information security, infosec, it security, computer security, security engineering ~ security engineer, security researcher',
  'Penetration testing':
    'pentesting, pen testing, ethical hacking ~ pentester, penetration tester, ethical hacker',
  Cryptography: 'encryption ~ cryptographer',
  Privacy: 'data protection, digital privacy, data privacy, gdpr ~ privacy advocate',
  Blockchain:
    'block chain, blockchains, web3, web 3, smart contracts, distributed ledgers ~ blockchain developer',
  Cryptocurrency: 'crypto, bitcoin, cryptocurrencies, crypto currency',
  'Virtual reality': 'vr, vr development, virtual-reality, vr design ~ vr developer',
  'Augmented reality': 'ar, ar development, augmented-reality ~ ar developer',
  'Mixed reality': 'xr, vr/ar, ar/vr, extended reality',
  'Computer graphics':
    'cgi, graphics programming, computer generated imagery, rendering ~ graphics programmer',
  'Visual effects': 'vfx, special effects, fx compositing, compositing ~ vfx artist',
  'Projection mapping': 'video mapping, projection-mapping, vjing, live visuals ~ vj',
  'Physical computing': 'interactive electronics, wearables, wearable technology, e-textiles, etextiles',
  'Mechanical engineering': 'mech eng, mechanical design, machine design ~ mechanical engineer',
  'Electrical engineering': 'ee engineering, elec eng ~ electrical engineer',
  'Civil engineering': 'civil eng ~ civil engineer',
  'Structural engineering': 'structures engineering ~ structural engineer',
  'Chemical engineering': 'chem eng ~ chemical engineer',
  'Environmental engineering': 'env eng ~ environmental engineer',
  'Aerospace engineering': 'aeronautical engineering, aeronautics ~ aerospace engineer',
  Drones: 'drone, drone flying, uav, uavs, quadcopters, drone piloting, fpv drones ~ drone pilot',
  'Drone photography':
    'aerial photography, drone video, drone videography ~ drone photographer, aerial photographer',
  'Solar energy':
    'solar power, solar, solar panels, photovoltaics, pv systems, solar installation ~ solar installer',
  'Renewable energy': 'renewables, clean energy, green energy, sustainable energy, wind energy',
  'Amateur radio': 'ham radio, ham-radio, hamradio, shortwave radio ~ ham radio operator',
  Bioinformatics: 'computational biology, bio informatics ~ bioinformatician',
  Simulation: 'simulations, computer simulation, scientific simulation',
  'High-performance computing':
    'hpc, supercomputing, parallel computing, high performance computing, parallel programming',
  'Scientific computing':
    'scientific programming, research software, research software engineering ~ research software engineer',
  'Human-computer interaction': 'hci, human computer interaction, human-centred computing',
};
