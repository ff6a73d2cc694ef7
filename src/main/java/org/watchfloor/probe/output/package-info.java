/** What commands print, local or over SSH: exit codes and output formats become outcomes and figures. */
@NullMarked
package org.watchfloor.probe.output;

import org.jspecify.annotations.NullMarked;
