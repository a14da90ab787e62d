import "./site.css";
import { focusErrors } from "./errors";
import { followProgress } from "./progress";
import { offerFolding } from "./tree";

focusErrors();
followProgress();
offerFolding();
