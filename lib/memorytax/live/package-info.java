/// A chapter, or the list of chapters, live in a browser: servers for one reader, on this machine alone. They know HTTP
/// and who may ask, and nothing of chapters. Begin with [Route] and [Guard], then [LocalServer]; what it has in common
/// with a server for many is in [WebServer].
package memorytax.live;
