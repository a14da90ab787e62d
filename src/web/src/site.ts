import "./site.css";
import { focusErrors } from "./errors";
import { followProgress } from "./progress";
import { reachScrollingTables } from "./scroll";
import { offerFolding } from "./tree";

focusErrors();
followProgress();
offerFolding();
reachScrollingTables();
