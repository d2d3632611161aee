package io.consentry.filing.showworklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.filing.showworklist.ShownChanges.Change;
import io.consentry.filing.showworklist.ShownChanges.ReadAgain;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShownChangesTest {

    private final ShownChanges changes = new ShownChanges();

    @Test
    void everyChange_isHeard_byAFollowerThatDoesNotKeepUp() {
        Follower slow = new Follower();
        changes.of("SLOW01").subscribe().withSubscriber(slow);

        changes.tell(new Change("SLOW01", "one", 1));
        changes.tell(new Change("SLOW01", "two", 1));
        changes.tell(new Change("SLOW01", "three", 1));
        slow.listensAgain();

        assertThat(slow.heard)
                .containsExactly(
                        new Change("SLOW01", "one", 1),
                        new Change("SLOW01", "two", 1),
                        new Change("SLOW01", "three", 1));
    }

    @Test
    void changesOfOneItem_areHeardOnce_inItsLatestVersion() {
        Follower slow = new Follower();
        changes.of("SLOW01").subscribe().withSubscriber(slow);

        changes.tell(new Change("SLOW01", "one", 3));
        changes.tell(new Change("SLOW01", "two", 1));
        changes.tell(new Change("SLOW01", "one", 2));
        changes.tell(new Change("ELSE01", "three", 1));
        slow.listensAgain();

        assertThat(slow.heard).containsExactly(new Change("SLOW01", "one", 3), new Change("SLOW01", "two", 1));
    }

    @Test
    void followerThatMissedTooMuch_isToldToReadAgain_andHearsWhatComesAfterwards() {
        Follower slow = new Follower();
        changes.of("SLOW01").subscribe().withSubscriber(slow);

        for (int item = 0; item < 100_000; item++) {
            changes.tell(new Change("SLOW01", "item-" + item, 0));
        }
        slow.listensAgain();
        changes.tell(new Change("SLOW01", "one", 1));

        assertThat(slow.heard).containsExactly(new ReadAgain(), new Change("SLOW01", "one", 1));
    }

    @Test
    void everybodyIsToldToReadAgain_whereNobodyKnowsWhatWasMissed() {
        Follower one = new Follower();
        Follower other = new Follower();
        changes.of("SLOW01").subscribe().withSubscriber(one);
        changes.of("SLOW02").subscribe().withSubscriber(other);
        one.listensAgain();
        changes.tell(new Change("SLOW02", "two", 1));

        changes.tellToReadAgain();
        other.listensAgain();

        assertThat(one.heard).containsExactly(new ReadAgain());
        assertThat(other.heard).containsExactly(new ReadAgain());
    }

    /** Asks for nothing until it is told to. */
    private static final class Follower implements Flow.Subscriber<Object> {

        private final List<Object> heard = new ArrayList<>();
        private Flow.@Nullable Subscription line;

        void listensAgain() {
            Objects.requireNonNull(line).request(Long.MAX_VALUE);
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            line = subscription;
        }

        @Override
        public void onNext(Object news) {
            heard.add(news);
        }

        @Override
        public void onError(Throwable failure) {
            throw new AssertionError(failure);
        }

        @Override
        public void onComplete() {
            // the changes never end
        }
    }
}
