// Chapter 2 in Go: stacks that grow.
//
// The scale starts this program, weighs it while it is empty, has
// it start one of the loads below, and weighs it again.
package main

import (
	"runtime"
	"runtime/debug"
	"time"
)

func main() {
	serve(loads{
		"goroutines":                  goroutines,
		"goroutines (deep)":           goroutines,
		"goroutines (back)":           back,
		"goroutines (back then GC)":   backThenGC,
		"goroutines (first and next)": calls,
		"goroutines (64 MB allowed)":  endless,
	})
}

// A frame with 64 bytes of its own, which it reads again on its way
// back, so that it has to keep them for as long as it waits.
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

// Every goroutine goes depth frames down, and waits there.
func goroutines(tasks int, gate *Gate) {
	depth := gate.number("depth")
	for i := 0; i < tasks; i++ {
		go frames(depth, func() {
			gate.here()
			<-gate.done
		})
	}
}

// Every goroutine goes down, comes back, and waits at the top.
func back(tasks int, gate *Gate) {
	depth := gate.number("depth")
	for i := 0; i < tasks; i++ {
		go func() {
			frames(depth, func() {})
			gate.here()
			<-gate.done
		}()
	}
}

// A collection halves a stack of which less than a quarter is used.
// The runtime returns free memory to the system only after a while;
// FreeOSMemory returns it at once.
func backThenGC(tasks int, gate *Gate) {
	back(tasks, gate)
	gate.full()
	for i := 0; i < 8; i++ {
		runtime.GC()
	}
	debug.FreeOSMemory()
}

// The same calls twice in a fresh goroutine, one goroutine after the
// other. The first time the stack has to grow.
func calls(tasks int, gate *Gate) {
	depth := gate.number("depth")
	first, next := make([]int64, tasks), make([]int64, tasks)
	for i := 0; i < tasks; i++ {
		done := make(chan bool)
		go func(i int) {
			first[i] = timed(depth)
			next[i] = timed(depth)
			gate.here()
			close(done)
		}(i)
		<-done
	}
	gate.mark("calls", "first_ns=%d next_ns=%d", median(first), median(next))
}

func timed(depth int) int64 {
	start := time.Now()
	frames(depth, func() {})
	return time.Since(start).Nanoseconds()
}

// Calls without an end. Go allows a stack of 1 GB; with a limit of
// 64 MB the process ends sooner, in the same way.
func endless(tasks int, gate *Gate) {
	debug.SetMaxStack(64 << 20)
	debug.SetTraceback("none")
	go down(1)
	gate.full()
}

//go:noinline
func down(n int) int { return down(n+1) + 1 }

// What to take to work: wait at the top of the stack.
func takeToWork(query func() chan int) int {
	var price int
	// wrong: waits 100 frames down, so the stack has to stay large
	frames(100, func() { price = <-query() })

	var answer chan int
	// right: the layers hand the channel up, and the stack can shrink
	frames(100, func() { answer = query() })
	return price + <-answer
}
