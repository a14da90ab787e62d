import "./site.css";
import { focusErrors } from "./errors";
import { moveInGrids } from "./grid";
import { offerPrinting } from "./print";
import { easeLists } from "./list";
import { followProgress } from "./progress";
import { reachScrollingTables } from "./scroll";
import { warnBeforeSessionEnds } from "./session";
import { offerFolding } from "./tree";

focusErrors();
moveInGrids();
followProgress();
offerFolding();
offerPrinting();
easeLists();
reachScrollingTables();
warnBeforeSessionEnds();
