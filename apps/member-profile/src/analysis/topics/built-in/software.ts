import type { TopicData } from '../topic-data.ts';

/** Software, networks, circuits and the machines that make things from files. */
export const software: TopicData = {
  'Interactive graphics in the browser':
    'D3.js, React, Vue, Angular, Svelte, Three.js, p5.js, Chart.js, Vega-Lite, Greensock, JavaScript, TypeScript, Plotly ~ Canvas, WebGL, Web Components, Vega, Highcharts, Semiotic, kepler.gl, P5/Processing, SVG animation, Force-Directed Graph',
  'Light, screens and shaders':
    'Generative art, Projection mapping, TouchDesigner, GLSL, HLSL, Processing, p5.js, Three.js, Computer graphics, Max/MSP, Virtual reality, Augmented reality, Mixed reality, Visual effects, Installation art ~ WebGL, Shaders, VR/AR Chart',
  'From browser to server':
    'Web development, Front-end development, Back-end development, Full-stack development, HTML, CSS, HTML and CSS, JavaScript, TypeScript, PHP, SQL, MySQL, PostgreSQL, Node.js, Express.js, NestJS, Next.js, Nuxt, React, Redux, Vue, Angular, Svelte, Ember.js, jQuery, Django, Flask, FastAPI, Ruby, Ruby on Rails, Laravel, API design, Responsive design, Web accessibility, Tailwind CSS, Bootstrap, GraphQL, CoffeeScript ~ Web Components',
  'A page or shop run by yourself':
    'WordPress, Drupal, Squarespace, Wix, Webflow, Shopify, WooCommerce, E-commerce, Search engine optimization, Static sites, Web design',
  'Keeping servers alive':
    'DevOps, Cloud computing, System administration, Linux, Docker, Kubernetes, Terraform, Ansible, Amazon Web Services, Microsoft Azure, Google Cloud, Computer networks, GitHub Actions, Shell scripting, Information technology, IT support',
  'Safe and sound on the net':
    'Cybersecurity, Penetration testing, Cryptography, Privacy, Computer networks, Blockchain, Cryptocurrency',
  'Made for the phone':
    'Mobile app development, iOS development, Android development, React Native, Swift, Kotlin, Dart, Objective-C ~ Flutter',
  'Worlds on the screen':
    'Game design, Game development, Unity, Unreal Engine, Godot, GDScript, C#, Concept art, 3D modeling, 3D animation, Video games, Virtual reality',
  'Close to the machine':
    'C, C++, Fortran, Rust, Go, Assembly, Zig, Embedded systems, High-performance computing',
  'Programs for the office':
    'Java, C#, .NET, F#, Visual Basic, VB.NET, VBA, SQL Server, TSQL, PLSQL, Spring Boot, Excel, Microsoft Access',
  'Scripts that hold things together':
    'Perl, PHP, Python, Ruby, Lua, Groovy, Tcl, Java, Shell scripting, PowerShell, Git',
  'Thinking in functions':
    'Haskell, Clojure, Scala, Elixir, Erlang, F#, OCaml, Elm, Lisp, Common Lisp, Scheme, Racket',
  'Well-made programs':
    'Programming, Software development, Software architecture, Software testing, Test-driven development, Version control, Git, GitHub, GitLab, Open source, Linux, Agile methods, API design, Technical writing, Data structures and algorithms, Visual Studio Code, Vim, Emacs',
  'Wires, chips and sensors':
    'Electronics, Soldering, PCB design, Arduino, Raspberry Pi, ESP32, KiCad, Embedded systems, Internet of things, Robotics, Physical computing, Amateur radio, Drones, Electrical engineering, Computer repair',
  'From file to object':
    '3D printing, 3D modeling, Laser cutting, CNC machining, Digital fabrication, CAD, Fusion 360, Vinyl cutting, Inkscape, Maker culture, Product development, Industrial design',
  'Solid shapes on screen':
    'Blender, 3D modeling, 3D animation, Maya, Cinema 4D, ZBrush, Houdini, SketchUp, Rhino, CAD, FreeCAD, AutoCAD, Fusion 360, SolidWorks, Revit, Computer graphics ~ 3D Chart',
};
