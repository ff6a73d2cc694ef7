package org.watchfloor.ui;

import java.util.Optional;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.Verdict;
import org.watchfloor.model.ChannelId;

/** Why each of the {@link AlertScenes} is where it is. */
final class AlertVerdicts {
    private AlertVerdicts() {}

    static Verdict[] ofDown() {
        return new Verdict[] {
            verdict(
                    901,
                    AlertScenes.DOWN,
                    240,
                    Verdict.Kind.FIRED,
                    "",
                    "state is DOWN: connection refused on port 443, 3 times in a row"),
            verdict(
                    902,
                    AlertScenes.DOWN,
                    240,
                    Verdict.Kind.WAITING,
                    "",
                    "the group web waits until 2026-11-20T12:00:39Z for company"),
            verdict(
                    903,
                    AlertScenes.DOWN,
                    210,
                    Verdict.Kind.PAGED,
                    "ops-mail",
                    "ops-mail is told by routing, receiver ops"),
            verdict(904, AlertScenes.DOWN, 208, Verdict.Kind.DELIVERED, "ops-mail", "250 2.0.0 Ok: queued as 4Fz9"),
            verdict(
                    905,
                    AlertScenes.DOWN,
                    60,
                    Verdict.Kind.ESCALATED,
                    "pager-mara",
                    "pager-mara is told, because nobody has acknowledged it by routing, receiver ops"),
            verdict(906, AlertScenes.DOWN, 58, Verdict.Kind.DELIVERED, "pager-mara", "accepted"),
        };
    }

    static Verdict[] ofCertificate() {
        return new Verdict[] {
            verdict(
                    907,
                    AlertScenes.CERTIFICATE,
                    50,
                    Verdict.Kind.FIRED,
                    "",
                    "state is AlertScenes.DOWN, 3 failures in a row"),
            verdict(
                    908,
                    AlertScenes.CERTIFICATE,
                    50,
                    Verdict.Kind.WAITING,
                    "",
                    "the group office waits until 2026-11-20T12:03:49Z for company"),
            verdict(
                    909,
                    AlertScenes.CERTIFICATE,
                    20,
                    Verdict.Kind.PAGED,
                    "ops-mail",
                    "ops-mail is told by routing, receiver ops"),
            verdict(
                    910,
                    AlertScenes.CERTIFICATE,
                    12,
                    Verdict.Kind.UNDELIVERED,
                    "ops-mail",
                    "try 1 failed: smtp.example.net:587 does not answer; tried again at 2026-11-20T12:04:42Z"),
        };
    }

    static Verdict[] ofSilenced() {
        return new Verdict[] {
            verdict(
                    801,
                    AlertScenes.SILENCED,
                    21_600,
                    Verdict.Kind.FIRED,
                    "",
                    "disk./var.used_percent is 91 %, above 90 %"),
            verdict(
                    802,
                    AlertScenes.SILENCED,
                    21_570,
                    Verdict.Kind.HELD,
                    "",
                    "not paged, because it is silenced by disk-move of mara until 2026-11-20T18:00:00Z"),
        };
    }

    private static Verdict verdict(long id, Alert alert, long ago, Verdict.Kind kind, String channel, String text) {
        return new Verdict(
                id,
                Worlds.NOON.minusSeconds(ago),
                alert.id(),
                alert.rule(),
                alert.subject(),
                kind,
                channel.isEmpty() ? Optional.empty() : Optional.of(new ChannelId(channel)),
                Optional.empty(),
                text);
    }
}
