package noroshi.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import noroshi.testing.WholeDay;
import noroshi.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** The whole application with the cast, open to browsers and to the command line; one house serves every journey. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WholeDay.class)
@Tag("journey")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "noroshi.data=${test.data:target/test-data}/" + OpenHouse.FOLDER)
@Import(World.class)
@interface OpenHouse {
    String FOLDER = "journey";
}
