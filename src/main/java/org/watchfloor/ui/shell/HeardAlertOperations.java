package org.watchfloor.ui.shell;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.watchfloor.alert.outside.OutsideAlert;
import org.watchfloor.engine.AlertOperations;
import org.watchfloor.engine.Taken;
import org.watchfloor.model.Actor;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.ChannelId;
import org.watchfloor.model.NoticeId;

/** Passes all on, and tells before which alerts are taken over here. Called on the FX thread only. */
record HeardAlertOperations(AlertOperations engine, Consumer<Collection<AlertId>> taken) implements AlertOperations {
    @Override
    public void acknowledgeAlerts(Collection<AlertId> alerts, Actor by, String note, Optional<Instant> until) {
        taken.accept(alerts);
        engine.acknowledgeAlerts(alerts, by, note, until);
    }

    @Override
    public void unacknowledgeAlerts(Collection<AlertId> alerts, Actor by) {
        engine.unacknowledgeAlerts(alerts, by);
    }

    @Override
    public void shelveAlerts(Collection<AlertId> alerts, Actor by, String note, Instant until) {
        engine.shelveAlerts(alerts, by, note, until);
    }

    @Override
    public void commentAlerts(Collection<AlertId> alerts, Actor by, String text) {
        engine.commentAlerts(alerts, by, text);
    }

    @Override
    public void resolveAlerts(Collection<AlertId> alerts, Actor by, String note) {
        engine.resolveAlerts(alerts, by, note);
    }

    @Override
    public CompletableFuture<Taken> report(List<OutsideAlert> alerts) {
        return engine.report(alerts);
    }

    @Override
    public void resend(NoticeId notice, Actor by) {
        engine.resend(notice, by);
    }

    @Override
    public void testChannel(ChannelId channel, Optional<AlertId> alert, Actor by) {
        engine.testChannel(channel, alert, by);
    }
}
