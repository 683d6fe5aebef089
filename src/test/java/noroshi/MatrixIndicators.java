package noroshi;

import static noroshi.testing.Cast.ED;

import java.util.Map;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Indicators;
import noroshi.shared.Window;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** What the bulletin of the small circle names. */
@TestComponent
class MatrixIndicators {
    @Autowired
    Indicators indicators;

    void put(Map<String, String> ids) {
        var named = Asked.read("198.51.100.77");
        var found = indicators.find(named, new Window(0, 1), ED).getFirst();
        ids.put("indicator", found.id().toString());
    }
}
