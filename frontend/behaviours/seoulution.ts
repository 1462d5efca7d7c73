/** Behaviours that make pages quicker. Every page works without this file; nothing here decides anything. */
import "htmx.org";

import "./trusted-types";
import { watchForms as addCsrfHeader } from "./csrf";
import { begin as beginCopying } from "./copy-link";
import { begin as beginDaySliders } from "./day-slider";
import { begin as beginDrafts } from "./drafts";
import { begin as beginFileLists } from "./file-list";
import { begin as beginInserting } from "./insert-reference";
import { begin as beginMaps } from "./world-map";
import { begin as beginSearch } from "./search-focus";
import { begin as beginSubmitKeys } from "./submit-keys";
import { begin as beginTheme } from "./theme";
import { begin as beginToasts } from "./toasts";

addCsrfHeader();
beginTheme();
beginSearch();
beginCopying();
beginDrafts();
beginFileLists();
beginInserting();
beginSubmitKeys();
beginToasts();
beginMaps();
beginDaySliders();
