package io.consentry.filing.showworklist;

import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import org.junit.jupiter.api.Test;

class ShownVersionTest {

    private final ShownVersion shown = new ShownVersion();

    @Test
    void whoWaits_isToldWhenItIsReached_andNotBefore() {
        UniAssertSubscriber<Void> third = waitingFor(3);

        shown.raiseTo(2);
        third.assertNotTerminated();

        shown.raiseTo(5);
        third.assertCompleted();
    }

    @Test
    void whatIsShownAlready_isNotWaitedFor() {
        shown.raiseTo(3);
        shown.raiseTo(1);

        waitingFor(3).assertCompleted();
    }

    @Test
    void eachIsTold_byItsOwnVersion() {
        UniAssertSubscriber<Void> first = waitingFor(1);
        UniAssertSubscriber<Void> second = waitingFor(2);

        shown.raiseTo(1);

        first.assertCompleted();
        second.assertNotTerminated();
    }

    private UniAssertSubscriber<Void> waitingFor(long version) {
        return shown.reaching(version).subscribe().withSubscriber(UniAssertSubscriber.create());
    }
}
