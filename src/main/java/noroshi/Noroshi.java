package noroshi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the platform. */
@SpringBootApplication
public class Noroshi {
    public static void main(String[] args) {
        SpringApplication.run(Noroshi.class, args);
    }
}
