@NullMarked
package org.watchfloor.probe.tcp;

import org.jspecify.annotations.NullMarked;
