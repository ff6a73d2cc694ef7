package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.watchfloor.alert.outside.OutsideAlert;
import org.watchfloor.config.ConfigProblem;
import org.watchfloor.config.Site;
import org.watchfloor.gate.GateId;
import org.watchfloor.gate.Hand;
import org.watchfloor.model.Actor;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.ChannelId;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.NoticeId;
import org.watchfloor.model.ServiceId;
import org.watchfloor.probe.Probes;
import org.watchfloor.recovery.RunbookId;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.ActionId;
import org.watchfloor.recovery.action.AutomationLevel;
import org.watchfloor.recovery.approval.Approval;
import org.watchfloor.recovery.approval.Approvers;
import org.watchfloor.recovery.approval.Approving;
import org.watchfloor.recovery.approval.Consent;
import org.watchfloor.recovery.failure.Failure;
import org.watchfloor.recovery.failure.FailureId;
import org.watchfloor.recovery.failure.FailureType;

/**
 * The monitoring engine as the rest of the program sees it: started once, told things, watched by its snapshots,
 * stopped once. All methods may be called by any thread.
 */
public final class Engine implements ActionOperations, GateOperations, Operations, AlertOperations {
    private static final Duration JOIN = Duration.ofSeconds(5);

    private final Inbox inbox;
    private final CheckLoop checkLoop;
    private final EngineLoop engineLoop;
    private final Approving approving;
    private final Thread checkThread;
    private final Thread engineThread;

    public Engine(Probes probes, Journal journal, Restored restored, Surroundings around) {
        Instant now = around.clock().instant();
        approving = new Approving(around.clock());
        inbox = new Inbox(around.waiters().get());
        checkLoop =
                new CheckLoop(probes, inbox, around.clock(), around.waiters().get());
        engineLoop = new EngineLoop(inbox, checkLoop, journal, Remembering.start(restored, now), around);
        checkThread = Thread.ofPlatform().name("check-loop").unstarted(checkLoop);
        engineThread = Thread.ofPlatform().name("engine-loop").unstarted(engineLoop);
        Remembering.gapSince(restored, now).ifPresent(gap -> inbox.command(new Event.GapSeen(gap)));
    }

    public void start() {
        engineThread.start();
        checkThread.start();
    }

    /** Stops checking, waits for what runs, decides what came in, and ends both threads. Idempotent. */
    public void stop(Duration drain) throws InterruptedException {
        checkLoop.stop(drain);
        engineLoop.stop();
        if (checkThread.getState() != Thread.State.NEW) {
            checkThread.join(JOIN);
            engineThread.join(JOIN);
        }
    }

    public boolean isAlive() {
        return engineThread.isAlive() && checkThread.isAlive();
    }

    public Snapshots snapshots() {
        return engineLoop.snapshots();
    }

    public void load(Site site) {
        inbox.command(new Event.SiteLoaded(site));
    }

    public void reject(List<ConfigProblem> problems) {
        inbox.command(new Event.SiteRejected(problems));
    }

    @Override
    public void checkNow(Collection<CheckId> checks) {
        inbox.command(new Event.CheckNow(checks));
    }

    @Override
    public void diagnose(Collection<CheckId> checks) {
        inbox.command(new Event.DiagnoseNow(List.copyOf(checks)));
    }

    @Override
    public void pause(Collection<CheckId> checks, Actor by) {
        inbox.command(new Event.Pause(checks, by));
    }

    @Override
    public void resume(Collection<CheckId> checks, Actor by) {
        inbox.command(new Event.Resume(checks, by));
    }

    @Override
    public void acknowledge(IncidentId incident, Actor by, String note) {
        inbox.command(new Event.Acknowledge(incident, by, note));
    }

    @Override
    public void addNote(IncidentId incident, Actor by, String text) {
        inbox.command(new Event.AddNote(incident, by, text));
    }

    @Override
    public void acknowledgeAlerts(Collection<AlertId> alerts, Actor by, String note, Optional<Instant> until) {
        inbox.command(new Event.AcknowledgeAlerts(List.copyOf(alerts), by, note, until));
    }

    @Override
    public void unacknowledgeAlerts(Collection<AlertId> alerts, Actor by) {
        inbox.command(new Event.UnacknowledgeAlerts(List.copyOf(alerts), by));
    }

    @Override
    public void shelveAlerts(Collection<AlertId> alerts, Actor by, String note, Instant until) {
        inbox.command(new Event.ShelveAlerts(List.copyOf(alerts), by, note, until));
    }

    @Override
    public void commentAlerts(Collection<AlertId> alerts, Actor by, String text) {
        inbox.command(new Event.CommentAlerts(List.copyOf(alerts), by, text));
    }

    @Override
    public void resolveAlerts(Collection<AlertId> alerts, Actor by, String note) {
        inbox.command(new Event.ResolveAlerts(List.copyOf(alerts), by, note));
    }

    @Override
    public CompletableFuture<Taken> report(List<OutsideAlert> alerts) {
        CompletableFuture<Taken> answer = new CompletableFuture<>();
        inbox.command(new Event.OutsideReported(alerts, answer));
        return answer;
    }

    @Override
    public void resend(NoticeId notice, Actor by) {
        inbox.command(new Event.ResendNotice(notice, by));
    }

    @Override
    public void testChannel(ChannelId channel, Optional<AlertId> alert, Actor by) {
        inbox.command(new Event.TestChannel(channel, alert, by));
    }

    @Override
    public void setGate(GateId gate, Hand hand, Actor by, String reason) {
        inbox.command(new Event.SetGate(gate, hand, by, reason));
    }

    @Override
    public CompletableFuture<Action> start(
            RunbookId runbook,
            CheckId check,
            Map<String, String> given,
            Actor by,
            String typed,
            Optional<Approval> approval) {
        CompletableFuture<Action> answer = new CompletableFuture<>();
        Consumer<Consent> begin =
                consent -> inbox.command(new Event.StartAction(runbook, check, given, by, typed, consent, answer));
        approval.ifPresentOrElse(
                typedIn -> Thread.ofVirtual().name("approval").start(() -> begin.accept(weigh(typedIn, by))),
                () -> begin.accept(new Consent.None()));
        return answer;
    }

    private Consent weigh(Approval approval, Actor by) {
        Approvers approvers =
                snapshots().current().site().section(Approvers.class).orElse(Approvers.NONE);
        return approving.weigh(approvers, approval, by);
    }

    @Override
    public CompletableFuture<Failure> report(CheckId check, FailureType type, String message, Actor by) {
        CompletableFuture<Failure> answer = new CompletableFuture<>();
        inbox.command(new Event.ReportFailure(check, type, message, by, answer));
        return answer;
    }

    @Override
    public CompletableFuture<Failure> end(FailureId failure, Actor by, String why) {
        CompletableFuture<Failure> answer = new CompletableFuture<>();
        inbox.command(new Event.EndFailure(failure, by, why, answer));
        return answer;
    }

    @Override
    public void cancel(ActionId action, Actor by) {
        inbox.command(new Event.CancelAction(action, by));
    }

    @Override
    public CompletableFuture<Action> rollBack(ActionId action, Actor by) {
        CompletableFuture<Action> answer = new CompletableFuture<>();
        inbox.command(new Event.RollBackAction(action, by, answer));
        return answer;
    }

    @Override
    public void answer(ActionId action, String answer, Actor by) {
        inbox.command(new Event.AnswerAction(action, answer, by));
    }

    @Override
    public void automate(Optional<ServiceId> service, Optional<AutomationLevel> level, Actor by, String reason) {
        inbox.command(new Event.SetAutomation(service, level, Optional.empty(), by, reason));
    }

    @Override
    public void stopAll(boolean stopped, Actor by, String reason) {
        inbox.command(new Event.SetAutomation(Optional.empty(), Optional.empty(), Optional.of(stopped), by, reason));
    }

    @Override
    public String output(ActionId action) {
        return engineLoop.output(action);
    }
}
