// Chapter 8 in Go: the service that the reader describes.
//
// The scale starts this program, weighs it while it is empty, has
// it start one of the loads below, and weighs it again.
package main

import "bytes"

func main() {
	serve(loads{
		"goroutines": goroutines,
	})
}

// A frame with 64 bytes of its own, as in chapter 2.
//
//go:noinline
func frames(depth int, bottom func()) byte {
	var local [64]byte
	local[depth%64] = byte(depth)
	if depth == 0 {
		bottom()
	} else {
		local[0] += frames(depth-1, bottom)
	}
	return local[depth%64] + local[0]
}

// Every goroutine goes down so many frames, takes its bytes there, writes
// to them, and waits.
func goroutines(tasks int, gate *Gate) {
	depth, holding := gate.number("depth"), gate.number("holding")
	for i := 0; i < tasks; i++ {
		go frames(depth, func() {
			held := bytes.Repeat([]byte{1}, holding)
			gate.here()
			<-gate.done
			keep(held)
		})
	}
}

// What is used after the wait is needed during it.
//
//go:noinline
func keep(held []byte) {}
