// What only looks at pages shares one browser: to start one costs more than most of these tests. Files that change what is stored, or
// start the extension anew, stand beside this one and have a browser each.

import "./pages/marks.test.ts";
import "./pages/help.test.ts";
import "./pages/change.test.ts";
import "./pages/demo-scores.test.ts";
import "./pages/demo.test.ts";
import "./pages/restore.test.ts";
import "./pages/hostile.test.ts";
import "./pages/reading.test.ts";
