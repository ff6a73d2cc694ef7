@NullMarked
package org.watchfloor.probe.net;

import org.jspecify.annotations.NullMarked;
