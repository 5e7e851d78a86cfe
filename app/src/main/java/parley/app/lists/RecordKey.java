package parley.app.lists;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import parley.app.web.NotFound;
import parley.lists.record.Listing;

/** A record of a list as a part of an address. Ids of publishers hold slashes and any letter, so they are written in base64. */
public final class RecordKey {
    private RecordKey() {}

    /** Returns the part of an address for a record. */
    public static String path(Listing listing) {
        return path(listing.list() + ":" + listing.id());
    }

    /** Returns the part of an address for {@code list:id}. */
    public static String path(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns {@code list:id}. */
    public static String read(String path) {
        try {
            return new String(Base64.getUrlDecoder().decode(path), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }
}
