/// The page of a chapter, live in a browser: a server for one reader, on this machine alone. It knows HTTP and who may
/// ask, and nothing of chapters. Begin with [Route] and [Guard].
package memorytax.live;
