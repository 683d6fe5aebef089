package noroshi.intel.taxii;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import noroshi.testing.JobsByHand;
import noroshi.testing.World;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The whole application on a port of its own, with the cast and {@link Machines} to ask it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({World.class, JobsByHand.class, Machines.class})
@interface RunningHouse {}
