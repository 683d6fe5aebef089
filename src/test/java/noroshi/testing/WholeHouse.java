package noroshi.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;

/** The whole application with the cast in its database; one context serves every test that asks for it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WholeDay.class)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE) // kept for every request until the test ends, pages and all
@Import({World.class, JobsByHand.class, TakingOver.class, OnItsWay.class})
public @interface WholeHouse {}
