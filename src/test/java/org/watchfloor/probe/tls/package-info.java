@NullMarked
package org.watchfloor.probe.tls;

import org.jspecify.annotations.NullMarked;
