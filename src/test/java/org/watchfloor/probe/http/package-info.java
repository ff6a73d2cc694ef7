@NullMarked
package org.watchfloor.probe.http;

import org.jspecify.annotations.NullMarked;
