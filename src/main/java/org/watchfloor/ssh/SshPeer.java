package org.watchfloor.ssh;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.Session;
import java.util.Base64;
import java.util.Optional;

/**
 * Who a server says that it is.
 *
 * @param version its greeting (RFC 4253, 4.2), such as {@code SSH-2.0-OpenSSH_9.6}; printable, at most 255 characters
 * @param key the host key that it proved to have
 */
public record SshPeer(String version, HostKeyPrint key) {
    private static final int LONGEST = 255;

    /** Empty if the session did not come as far as the host key. */
    static Optional<SshPeer> of(Session session) {
        return Optional.ofNullable(session.getHostKey()).map(key -> new SshPeer(version(session), print(key)));
    }

    private static String version(Session session) {
        String plain = String.valueOf(session.getServerVersion()).replaceAll("[^\\x20-\\x7E]", "?");
        return plain.substring(0, Math.min(LONGEST, plain.length()));
    }

    private static HostKeyPrint print(HostKey key) {
        return HostKeyPrint.of(key.getType(), Base64.getDecoder().decode(key.getKey()));
    }
}
