package org.watchfloor.recovery.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.watchfloor.model.Actor;

class ApprovingTest {
    private static final Actor ADA = new Actor("ada");
    private static final Approvers PEOPLE =
            new Approvers(Map.of("ada", PinHash.of("ada's pin"), "bo", PinHash.of("bo's pin")));

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-05T09:00:00Z"));
    private final Approving approving = new Approving(now::get);

    @Test
    void anotherPersonAgreesWithTheOwnPin() {
        assertThat(weigh("bo", "bo's pin")).isEqualTo(new Consent.Given(new Actor("bo")));
        assertThat(weigh("bo", "ada's pin")).isEqualTo(new Consent.Denied("that is not the PIN of bo"));
    }

    @Test
    void nobodyAgreesWithOneself() {
        assertThat(weigh("Ada", "ada's pin")).isInstanceOf(Consent.Denied.class);
        assertThat(weigh(" ada ", "ada's pin"))
                .isEqualTo(new Consent.Denied("another person has to agree, not ada again"));
    }

    @Test
    void whoIsNotInTheConfigurationCannotAgree() {
        assertThat(weigh("eve", "eve's pin"))
                .isEqualTo(new Consent.Denied("\"eve\" is not below approvers: in the configuration"));
    }

    @Test
    void whoGuessesHasToWait() {
        for (int guess = 0; guess < 5; guess++) {
            weigh("bo", "guess " + guess);
        }

        assertThat(weigh("bo", "bo's pin"))
                .isEqualTo(new Consent.Denied("too many wrong PINs of bo; try again after 2026-01-05T09:10:00Z"));
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(10)));
        assertThat(weigh("bo", "bo's pin")).isInstanceOf(Consent.Given.class);
    }

    @Test
    void whatWasTypedIsNotTold() {
        assertThat(new Approval("bo", "bo's pin")).hasToString("Approval[person=bo]");
    }

    private Consent weigh(String person, String pin) {
        return approving.weigh(PEOPLE, new Approval(person, pin), ADA);
    }
}
