package parley.app.security;

/**
 * Where the server is reached.
 *
 * @param host the value of the {@code Host} header, with port
 * @param address the address a browser opens, without a slash at the end
 */
public record Site(String host, String address) {}
