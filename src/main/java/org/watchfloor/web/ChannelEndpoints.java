package org.watchfloor.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.watchfloor.engine.AlertOperations;
import org.watchfloor.engine.Snapshots;
import org.watchfloor.model.Actor;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.ChannelId;
import org.watchfloor.notify.Channel;
import org.watchfloor.notify.Line;
import org.watchfloor.notify.Outbox;

/** The channels by which people are told, and how they do. Says no secrets. */
final class ChannelEndpoints {
    private final Snapshots snapshots;
    private final Policies policies;
    private final KnownAlerts alerts;
    private final AlertOperations operations;

    ChannelEndpoints(EnginePorts engine) {
        this.snapshots = engine.snapshots();
        this.policies = new Policies(engine.snapshots());
        this.alerts = new KnownAlerts(engine);
        this.operations = engine.alertOperations();
    }

    Reply list(Call call) {
        Outbox outbox = snapshots.current().state().alerting().outbox();
        return Reply.ok(new ChannelList(policies.channels().byId().values().stream()
                .map(channel -> ChannelJson.of(channel, outbox))
                .toList()));
    }

    Reply test(Call call) {
        TestBody body = call.body(TestBody.class, new TestBody(Optional.empty(), Optional.empty()));
        Actor by = CallerText.by(body.by());
        Optional<AlertId> example = body.alert().map(AlertId::new);
        ChannelId channel = call.channelId();
        if (policies.channels().find(channel).isEmpty()) {
            throw Problem.notFound("there is no channel " + channel + "; GET /api/v1/channels lists them");
        }
        if (example.isPresent() && example.flatMap(alerts::present).isEmpty()) {
            throw Problem.badParameter("alert", "must be the number of a present alert");
        }
        operations.testChannel(channel, example, by);
        return Reply.json(202, new Accepted("test", channel.value()));
    }

    /** By id. */
    record ChannelList(List<ChannelJson> channels) {}

    /**
     * A channel.
     *
     * @param failingSince since when no notice was delivered; absent while all is well
     * @param trouble why the latest try failed
     * @param dead how many of the notices that were given up were for it
     */
    record ChannelJson(
            String id,
            String summary,
            int waiting,
            boolean sending,
            Optional<Instant> failingSince,
            Optional<String> trouble,
            long dead,
            int rateNotices,
            double ratePerSeconds,
            double timeoutSeconds,
            String place) {
        static ChannelJson of(Channel channel, Outbox outbox) {
            Line line = outbox.line(channel.id());
            return new ChannelJson(
                    channel.id().value(),
                    channel.spec().summary(),
                    line.waiting().size(),
                    line.sending().isPresent(),
                    line.failingSince(),
                    trouble(line),
                    outbox.dead().stream()
                            .filter(posting -> posting.notice().channel().equals(channel.id()))
                            .count(),
                    channel.rate().notices(),
                    Seconds.of(channel.rate().per()),
                    Seconds.of(channel.timeout()),
                    channel.place().toString());
        }

        private static Optional<String> trouble(Line line) {
            return line.sending().or(() -> line.waiting().stream().findFirst()).stream()
                    .flatMap(posting -> CallerText.present(posting.trouble()).stream())
                    .findFirst();
        }
    }

    /** What will be done with which channel. */
    record Accepted(String command, String channel) {}

    /** What a caller may send with a test. */
    record TestBody(Optional<String> by, Optional<Long> alert) {}
}
