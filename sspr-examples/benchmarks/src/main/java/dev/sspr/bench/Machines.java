package dev.sspr.bench;

import com.github.oxo42.stateless4j.StateMachine;
import com.github.oxo42.stateless4j.StateMachineConfig;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.config.StateMachineBuilder;
import org.squirrelframework.foundation.fsm.StateMachineBuilderFactory;
import org.squirrelframework.foundation.fsm.impl.AbstractStateMachine;
import reactor.core.publisher.Mono;

/** State machine engines on one machine: six states in a ring, one event, one action that counts. */
public class Machines {
    /** So many that the compiler is done, however busy the machine is: seconds would not tell. */
    private static final int WARM_UP = 30_000;

    private static final List<Place> PLACES = List.of(Place.values());

    private static Place after(Place place) {
        return PLACES.get((PLACES.indexOf(place) + 1) % PLACES.size());
    }

    /** Where a machine stands. */
    public enum Place {
        /** As a reset: begun. */
        OPENED,
        /** Waiting for proof. */
        ASKING,
        /** Proven. */
        PROVEN,
        /** Writing. */
        COMMITTING,
        /** Tidying up. */
        FINISHING,
        /** Over; the ring begins anew. */
        ENDED
    }

    /** What happens. */
    public enum Event {
        /** One place on. */
        NEXT
    }

    /** stateless4j. */
    @State(Scope.Thread)
    public static class Stateless4j {
        private final StateMachine<Place, Event> machine;
        private long count;

        /** Builds the ring. */
        public Stateless4j() {
            StateMachineConfig<Place, Event> ring = new StateMachineConfig<>();
            for (Place place : PLACES) {
                ring.configure(place).permit(Event.NEXT, after(place)).onEntry(() -> count++);
            }
            machine = new StateMachine<>(Place.OPENED, ring);
        }
    }

    /** squirrel-foundation. */
    @State(Scope.Thread)
    public static class Squirrel {
        private final Ring machine;

        /** Builds the ring. */
        public Squirrel() {
            var builder = StateMachineBuilderFactory.create(Ring.class, Place.class, Event.class, Void.class);
            for (Place place : PLACES) {
                builder.externalTransition()
                        .from(place)
                        .to(after(place))
                        .on(Event.NEXT)
                        .callMethod("count");
            }
            machine = builder.newStateMachine(Place.OPENED);
            machine.start();
            for (int i = 0; i < WARM_UP; i++) {
                machine.fire(Event.NEXT);
            }
        }

        /** The machine, as squirrel wants it: a class with the actions as methods. */
        public static class Ring extends AbstractStateMachine<Ring, Place, Event, Void> {
            private long count;

            /**
             * The action.
             *
             * @param from where it stood
             * @param to where it stands now
             * @param event what happened
             * @param context nothing
             */
            public void count(Place from, Place to, Event event, Void context) {
                count++;
            }
        }
    }

    /** Spring Statemachine. */
    @State(Scope.Thread)
    @NullUnmarked
    public static class Spring {
        private org.springframework.statemachine.StateMachine<Place, Event> machine;
        private final Message<Event> next =
                MessageBuilder.withPayload(Event.NEXT).build();
        private long count;

        /**
         * Builds the ring.
         *
         * @throws Exception as Spring's builder declares
         */
        @Setup
        public void setUp() throws Exception {
            StateMachineBuilder.Builder<Place, Event> builder = StateMachineBuilder.builder();
            builder.configureConfiguration().withConfiguration().beanFactory(new StaticListableBeanFactory());
            var states = builder.configureStates().withStates().initial(Place.OPENED);
            for (Place place : PLACES) {
                states.state(place);
                builder.configureTransitions()
                        .withExternal()
                        .source(place)
                        .target(after(place))
                        .event(Event.NEXT)
                        .action(context -> count++);
            }
            machine = builder.build();
            machine.startReactively().block();
            for (int i = 0; i < WARM_UP; i++) {
                machine.sendEvent(Mono.just(next)).blockLast();
            }
        }
    }

    /**
     * One transition.
     *
     * @param ring the machine
     * @return how many there were
     */
    @Benchmark
    public long stateless4j(Stateless4j ring) {
        ring.machine.fire(Event.NEXT);
        return ring.count;
    }

    /**
     * One transition.
     *
     * @param ring the machine
     * @return how many there were
     */
    @Benchmark
    public long squirrel(Squirrel ring) {
        ring.machine.fire(Event.NEXT);
        return ring.machine.count;
    }

    /**
     * One transition.
     *
     * @param ring the machine
     * @return how many there were
     */
    @Benchmark
    public long spring(Spring ring) {
        ring.machine.sendEvent(Mono.just(ring.next)).blockLast();
        return ring.count;
    }
}
