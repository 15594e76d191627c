vcl 4.1;

import std;

# Viewpoints behind Varnish (7 or later). Varnish hands out pages from its own cache, asks for each
# once a second whether it still stands, and is told at once when it does not: set
# PURGE_URLS=http://127.0.0.1:6081 (this server's address, as the reading site reaches it).

backend default {
  .host = "127.0.0.1";
  .port = "3000";
}

# Who may have a page refetched: the reading site itself.
acl own {
  "127.0.0.1";
  "::1";
}

sub vcl_recv {
  if (req.method != "GET" && req.method != "HEAD") {
    return (pass);
  }
  # What is answered hangs on the address alone.
  unset req.http.Cookie;
  unset req.http.Authorization;
  if (req.http.X-Viewpoints-Refresh) {
    if (client.ip ~ own) {
      set req.hash_always_miss = true;
    }
    unset req.http.X-Viewpoints-Refresh;
  }
  return (hash);
}

sub vcl_hash {
  # Every journal has one host, and every page one spelling.
  hash_data(req.url);
  return (lookup);
}

sub vcl_backend_response {
  # How long a page is held is said by the reading site alone. Nothing is handed out past that,
  # whatever goes wrong: it may have been withdrawn.
  set beresp.grace = 0s;
  set beresp.keep = 10m;
  if (beresp.http.Surrogate-Control ~ "^max-age=[0-9]+$") {
    set beresp.ttl = std.duration(regsub(beresp.http.Surrogate-Control, "^max-age=", "") + "s", 0s);
  } elseif (beresp.http.Cache-Control !~ "immutable|max-age=[1-9]") {
    set beresp.uncacheable = true;
    set beresp.ttl = 0s;
  }
  unset beresp.http.X-Accel-Expires;
  return (deliver);
}

sub vcl_deliver {
  unset resp.http.Surrogate-Key;
  unset resp.http.Surrogate-Control;
  unset resp.http.X-Varnish;
  unset resp.http.Via;
}
