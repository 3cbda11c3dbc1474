import type { TopicData } from '../topic-data.ts';

/** Data, charts and maps. */
export const data: TopicData = {
  'Maps on the web':
    'Mapbox, Leaflet, QGIS, ArcGIS, OpenStreetMap, PostGIS, GIS, Cartography ~ kepler.gl, deck.gl, MapLibre, OpenLayers, Choropleth Map, Raster Map',
  'Seeing the land from above':
    'Remote sensing, Drones, Drone photography, GIS, ArcGIS, QGIS, Cartography, Aviation ~ Raster Map',
  'Charts from a script':
    'R, ggplot2, R Shiny, R Markdown, RStudio, Python, Matplotlib, Plotly, Pandas, Jupyter, Vega-Lite ~ Seaborn, Bokeh, Altair',
  'Dashboards and reports':
    'Tableau, Power BI, Looker, Qlik, Excel, Google Sheets, Spreadsheets, Business intelligence, Google Analytics ~ MicroStrategy',
  'Pictures that explain':
    'Data visualization, Infographics, Information design, Illustrator, Cartography ~ Pictorial Visualization, Pen & Paper, Physical materials (other than pen and paper), Treemap, Scientific illustration',
  'Who is linked to whom':
    '~ Gephi, Cytoscape, Network Diagram, Force-Directed Graph, Dendrogram, Network analysis, Flow Diagram (Sankey DAGRE Flow Chart)',
  'The right chart for the story':
    'Infographics ~ Bar Chart, Line Chart, Scatterplot, Pie Chart, Treemap, Choropleth Map, Flow Diagram (Sankey DAGRE Flow Chart), Hexbin/Heatmap, Bee Swarm Chart, Raster Map, Dendrogram, 3D Chart, Pictorial Visualization',
  'Answers from data':
    'Data science, Data analysis, Data visualization, Statistics, Python, R, SQL, Pandas, NumPy, SciPy, scikit-learn, Jupyter, RStudio, SPSS, SAS, Stata, Data cleaning, Data mining, Data engineering, Big data, Web scraping, Machine learning, GIS, QGIS',
  'Machines that learn':
    'Machine learning, Deep learning, Artificial intelligence, Generative AI, Natural language processing, Computer vision, Image processing, TensorFlow, PyTorch, scikit-learn, Robotics ~ Keras, Hugging Face',
  'Where data is kept':
    'Databases, SQL, NoSQL, PostgreSQL, MySQL, MariaDB, SQLite, MongoDB, Redis, Elasticsearch, SQL Server, Microsoft Access, Oracle Database, PostGIS, PLSQL, TSQL, Data engineering, Apache Kafka, Apache Spark',
  'Computing for research':
    'Scientific computing, High-performance computing, Simulation, Python, R, Julia, MATLAB, Fortran, GNU Octave, Mathematica, NumPy, SciPy, LaTeX, Bioinformatics, Jupyter, Statistics',
};
