package noroshi.cli.web;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells whoever supervises the process whether it lives, and whether it can serve. */
@RestController
class ProbeController {
    private static final int SECONDS = 2;

    private final ApplicationAvailability availability;
    private final DataSource database;

    ProbeController(ApplicationAvailability availability, DataSource database) {
        this.availability = availability;
        this.database = database;
    }

    @GetMapping("/livez")
    ResponseEntity<String> alive() {
        return answer(availability.getLivenessState() == LivenessState.CORRECT);
    }

    @GetMapping("/readyz")
    ResponseEntity<String> ready() {
        return answer(availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC && databaseAnswers());
    }

    private boolean databaseAnswers() {
        try (var connection = database.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    private static ResponseEntity<String> answer(boolean well) {
        return ResponseEntity.status(well ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.TEXT_PLAIN)
                .body(well ? "ok\n" : "not ready\n");
    }
}
