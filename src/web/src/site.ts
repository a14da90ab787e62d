import "./site.css";
import { focusErrors } from "./errors";
import { moveInGrids } from "./grid";
import { followProgress } from "./progress";
import { reachScrollingTables } from "./scroll";
import { offerFolding } from "./tree";

focusErrors();
moveInGrids();
followProgress();
offerFolding();
reachScrollingTables();
