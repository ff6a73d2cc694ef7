/** TLS as the probes see it: whom to trust, what to show of a certificate, and why a handshake failed. */
@NullMarked
package org.watchfloor.probe.tls;

import org.jspecify.annotations.NullMarked;
