package noroshi.cli;

import java.io.InputStream;
import noroshi.database.CheckUp;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The part of the doctor's visit that only the running platform can answer. */
@Component
class DoctorOnDuty implements Command {
    private final CheckUp checkUp;

    DoctorOnDuty(CheckUp checkUp) {
        this.checkUp = checkUp;
    }

    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public JsonNode handle(JsonNode arguments, InputStream file) {
        return JsonMapper.shared().valueToTree(checkUp.look());
    }
}
