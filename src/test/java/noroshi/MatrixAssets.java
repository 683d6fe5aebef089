package noroshi;

import java.util.Optional;
import java.util.UUID;
import noroshi.asset.AssetLists;
import noroshi.asset.AssetRegister;
import noroshi.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** What somebody says is theirs, for the access matrix. */
@TestComponent
class MatrixAssets {
    @Autowired
    AssetRegister assets;

    @Autowired
    AssetLists lists;

    UUID asset(Actor by) {
        return assets.register(Optional.empty(), "m" + UUID.randomUUID() + ".example", "", by);
    }

    UUID upload(Actor by) {
        return lists.paste("m" + UUID.randomUUID() + ".example", Optional.empty(), by)
                .upload()
                .orElseThrow();
    }
}
