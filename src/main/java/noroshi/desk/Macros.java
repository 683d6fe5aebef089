package noroshi.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of the words the desk keeps for its answers. */
@Service
@Transactional
public class Macros {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST = 5000;

    private final MacroStore macros;
    private final MatterStore matters;
    private final Ledger ledger;

    Macros(MacroStore macros, MatterStore matters, Ledger ledger) {
        this.macros = macros;
        this.matters = matters;
        this.ledger = ledger;
    }

    @Transactional(readOnly = true)
    public List<Macro> all(Actor actor) {
        requireStaff();
        return macros.macros();
    }

    public UUID add(String called, String words, Actor actor) {
        requireStaff();
        var name = called.strip();
        var body = words.strip();
        if (name.isEmpty() || body.isEmpty()) {
            throw new RuleBroken("desk.macro.missing");
        }
        if (name.length() > LONGEST_NAME || body.length() > LONGEST || (name + body).indexOf('\0') >= 0) {
            throw new RuleBroken("desk.too-long", LONGEST);
        }
        var id = UUID.randomUUID();
        if (!macros.insert(new Macro(id, name, body))) {
            throw new RuleBroken("desk.macro.known");
        }
        ledger.note(false, id, "desk.macro-added", Map.of(), actor);
        return id;
    }

    public void end(UUID macro, Actor actor) {
        requireStaff();
        if (!macros.end(macro, ledger.now())) {
            throw new NotFound();
        }
        ledger.note(false, macro, "desk.macro-ended", Map.of(), actor);
    }

    private void requireStaff() {
        if (!matters.staff()) {
            throw new NotFound();
        }
    }
}
