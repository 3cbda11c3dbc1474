import { all, givers, on } from './script.ts';
import type { HonestRun } from './script.ts';

/** Saves of an honest analyst in a society for data visualisation. */
export const dataviz: HonestRun[] = [
  {
    title: 'describes a large cluster',
    saves: [
      on({ candidate: ['skill:r', 'skill:ggplot2'] }, 'skill_cluster', 'beyond_chance', {
        name: 'The ggplot2 Faithful',
        description:
          'R and ggplot2 go together for {member_count} members, about {lift} times as often as two independent choices would. That is hardly a surprise to anyone who uses them; what is useful is the sheer size of the group. A recurring "plot of the month" thread would have contributors from day one.',
        question_prompts: [
          'Which ggplot2 extension would you not want to live without?',
          'What chart did you once make in R that you would do differently today?',
        ],
        corrected: {
          description:
            'R and ggplot2 go together for {member_count} members, about {lift} times as often as independent choices would. That is hardly a surprise to anyone who uses them; what is useful is the sheer size of the group. A recurring "plot of the month" thread would have contributors from day one.',
        },
      }),
      on({ candidate: ['skill:python', 'skill:matplotlib'] }, 'skill_cluster', 'beyond_chance', {
        name: 'Charting in Python',
        description:
          'Python, Plotly and Matplotlib form a toolkit shared by {member_count} members. Some of them will love the control, others will be tired of it; either way they would have a great deal to tell each other. A side-by-side session (same dataset, different library) is an easy format to run.',
        question_prompts: [
          'When do you reach for Plotly rather than Matplotlib?',
          'What default setting do you always change?',
          'What would your ideal plotting library look like?',
        ],
      }),
    ],
  },
  {
    title: 'describes web mapping with points in the names',
    saves: [
      on({ candidate: ['skill:d3.js', 'skill:kepler.gl'] }, 'skill_cluster', 'beyond_chance', {
        name: 'Web Cartographers and Graphics Coders',
        description:
          'At least several of D3.js, Mapbox, React, Leaflet, Canvas, WebGL, Angular and kepler.gl: this describes {member_count} members, compared to roughly {expected} by chance. They build interactive graphics for the browser and keep switching libraries as the web moves on. They are ideal mentors for anybody who is moving from static charts to interactive ones.',
        question_prompts: [
          'Which library did you abandon, and what finally made you leave?',
          'How do you decide between SVG, Canvas and WebGL?',
          'What interactive piece do you still admire years later?',
        ],
        corrected: {
          question_prompts: [
            'Which library did you abandon, and what finally made you leave?',
            'How do you decide between Canvas and WebGL?',
            'What interactive piece do you still admire years later?',
          ],
        },
      }),
    ],
  },
  {
    title: 'describes roles and tools',
    saves: [
      on({ candidate: ['role:developer', 'skill:react'] }, 'cross_domain', 'beyond_chance', {
        name: 'Engineers in the Front Row',
        description:
          'Developers and engineers who list both D3.js and React: {member_count} members, {lift} times the number that chance would give. They know how to make a visualization survive in production. Pairing them with people who have a vision but not the code could be very productive.',
        question_prompts: [
          'Who should control the DOM: React or D3.js?',
          'What do you wish people knew about handing a chart over to you?',
        ],
      }),
      on({ candidate: ['role:designer', 'skill:pen and paper'] }, 'cross_domain', 'beyond_chance', {
        name: 'Sketch First',
        description:
          '{member_count} designers work with pen & paper as well as Illustrator. Before any software is opened, something gets drawn. A show-your-sketchbook session would reveal a side of the work that a polished portfolio hides.',
        question_prompts: [
          'What does your first sketch usually look like?',
          'How do you know when it is time to move from paper to screen?',
          'Would you show a sketch that went nowhere?',
        ],
      }),
    ],
  },
  {
    title: 'describes newsrooms',
    saves: [
      on({ candidate: ['role:journalist', 'skill:qgis'] }, 'cross_domain', 'beyond_chance', {
        name: 'Newsroom Mapmakers',
        description:
          'Journalists who combine Illustrator with QGIS are few ({member_count}), but there are far more of them than the {expected} expected. Deadlines, maps and a house style: they have their own craft, and they rarely meet outside of their own newsroom. An informal online round table could change that.',
        question_prompts: [
          'What map did you make under the worst deadline?',
          'Which trick for QGIS or Illustrator should every newsroom know?',
        ],
      }),
      on({ candidate: ['interest:journalism', 'trait:bee swarm chart'] }, 'cross_domain', 'beyond_chance', {
        name: 'Swarms in the News',
        description:
          'People in journalism use the bee swarm chart more often than one would expect: {member_count} members do so. Why this chart? Possibly because every dot can be a person. It would be worth a short article in the newsletter.',
        question_prompts: [
          'What story did a bee swarm chart tell for you that a bar chart could not?',
          'How do your readers react to unfamiliar charts?',
        ],
      }),
    ],
  },
  {
    title: 'describes networks',
    saves: [
      on({ candidate: ['skill:gephi', 'trait:network diagram'] }, 'cross_domain', 'beyond_chance', {
        name: 'Network People',
        description:
          'Gephi users who make both network diagrams and force-directed graphs: {member_count} members, compared with {expected} by chance. A hairball clinic ("bring your worst graph, leave with a readable one") would be fun, and it would be useful to many others.',
        question_prompts: [
          'When is a network diagram the wrong choice?',
          'What is your favourite way to tame a hairball?',
        ],
      }),
      on({ candidate: ['role:scientist', 'skill:matplotlib'] }, 'cross_domain', 'beyond_chance', {
        name: 'Scientists at the Plotting Window',
        description:
          'Among scientists, Python and Matplotlib come as a package: {member_count} members are scientists who list both. They might benefit from a second pair of eyes before publication — and the rest of us from their rigour.',
        question_prompts: [
          'What figure from a paper do you wish you had made?',
          'What would you fix in your last figure if you had another day?',
        ],
      }),
    ],
  },
  {
    title: 'reports spreadsheets as a strength',
    saves: [
      on({ candidate: ['skill:excel'] }, 'community_strength', 'share', {
        name: 'Excel Is Our Common Language',
        description:
          'Whatever else they use, {share} of members list Excel ({member_count} people). It may not be fashionable. But a tool that most of us share is a bridge: tutorials that start from a spreadsheet leave nobody behind.',
        question_prompts: [
          'What is the most ambitious chart that you have built in Excel?',
          'What made you start looking beyond spreadsheets, if you did?',
          'What Excel feature deserves more respect?',
        ],
        corrected: {
          description:
            'Whatever else they use, {share} of members list Excel ({member_count} people). It may not be fashionable. But a tool that so many share is a bridge: tutorials that start from a spreadsheet leave nobody behind.',
        },
      }),
      on({ candidate: ['skill:tableau'] }, 'community_strength', 'share', {
        name: 'Tableau, Widely Spoken',
        description:
          'Nearly every event will have Tableau users in the audience: {share} of members list it. Peer support is therefore close at hand, and a shared gallery of dashboards would have something for everyone.',
        question_prompts: [
          'Which Tableau dashboard are you proudest of?',
          'What would you like to be able to do in Tableau that you cannot yet do?',
        ],
        corrected: {
          description:
            'Nearly every event will have Tableau users in the audience: {share} of members list it. Help is therefore close at hand, and a shared gallery of dashboards would have something for everyone.',
        },
      }),
    ],
  },
  {
    title: 'is plain about business tools',
    evaluates: true,
    saves: [
      on({ rule: all('skill:excel', 'skill:power bi') }, 'skill_cluster', 'shared', {
        name: 'Excel and Power BI',
        description:
          '{member_count} members list Excel and Power BI. Since both are popular, around {expected} would do so anyway, and chance may account for the rest. The group is nonetheless big enough for a meetup on moving from workbook to dashboard.',
        question_prompts: [
          'When do you leave Excel and open Power BI?',
          'What do your colleagues ask you to build over and over again?',
        ],
      }),
      on({ rule: all('skill:vue', 'skill:react') }, 'skill_cluster', 'shared', {
        name: 'Fluent in Vue as Well as React',
        description:
          'Vue and React are both listed by {member_count} members. It could be chance. They would be the right people to ask for a fair comparison.',
        question_prompts: [
          'Which would you choose for a new visualization, and why?',
          'What does each of them get wrong?',
        ],
      }),
    ],
  },
  {
    title: 'introduces designers to those who want to improve',
    evaluates: true,
    saves: [
      on(
        { rule: givers(all('role:designer'), all('looking_for:improving my design skills')) },
        'collaboration_opportunity',
        'share',
        {
          name: 'Design Mentors Wanted',
          description:
            'A great many members say that they are looking to improve their design skills, and the society has designers who could help. Altogether {member_count} people are on either side. Office hours — short slots, one chart at a time — would scale better than individual mentoring.',
          question_prompts: [
            'What part of design do you find hardest to judge in your own work?',
            'If you are a designer: what advice do you find yourself giving again and again?',
            'What feedback changed the way you work?',
          ],
        },
      ),
    ],
  },
  {
    title: 'is plain about two groups side by side',
    evaluates: true,
    saves: [
      on({ rule: givers(all('skill:illustrator'), all('skill:r')) }, 'collaboration_opportunity', 'share', {
        name: 'From R Script to Finished Graphic',
        description:
          "Those who know Illustrator and those who know R could finish each other's charts. Both groups are large, {member_count} members between them, and nobody has asked for this, so take it as a suggestion. A relay (analysis on Monday, polish by Friday) would be a good experiment.",
        question_prompts: [
          'At what point do you hand a chart over to somebody else?',
          'What would you need from an R user, or from an Illustrator user, to work well together?',
        ],
      }),
      on({ rule: all('interest:academia', 'skill:r') }, 'cross_domain', 'shared', {
        name: 'R in Academia',
        description:
          'R is listed by {member_count} members who work in academia; {expected} would be expected if there were no connection. We would not read much into the difference. A shared reading list may nevertheless be welcome.',
        question_prompts: [
          'Which paper changed how you make charts?',
          'What do you wish your students knew?',
        ],
      }),
    ],
  },
  {
    title: 'looks into a focus area with a label that has a slash and digits',
    focus: ['3d chart', 'force-directed graph'],
    saves: [
      on(
        { candidate: ['trait:force directed graph', 'interest:information technology'] },
        'cross_domain',
        'beyond_chance',
        {
          name: 'Graph Thinkers in IT',
          description:
            'Information technology is where the force-directed graph feels at home: {member_count} members have both in their profiles, {lift} times as many as chance would give. Systems are made of connections, after all.',
          question_prompts: [
            'What system have you mapped with a force-directed graph?',
            'Did anybody change their mind because of it?',
          ],
        },
      ),
    ],
  },
];
