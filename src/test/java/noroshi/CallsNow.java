package noroshi;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;

/** Finds methods that ask the machine for the time. */
final class CallsNow extends ArchCondition<JavaMethod> {
    private static final Set<Class<?>> TIMES =
            Set.of(Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class);

    private CallsNow(String rather) {
        super("call now() without a clock; use " + rather);
    }

    static CallsNow rather(String instead) {
        return new CallsNow(instead);
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        method.getMethodCallsFromSelf().stream()
                .filter(call -> call.getName().equals("now"))
                .filter(call -> call.getTarget().getRawParameterTypes().isEmpty())
                .filter(call ->
                        TIMES.stream().anyMatch(time -> call.getTargetOwner().isEquivalentTo(time)))
                .forEach(call -> events.add(SimpleConditionEvent.satisfied(method, call.getDescription())));
    }
}
