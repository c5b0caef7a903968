// Goroutines that wait, without the scale: this program shares no line with it.
//
//	waiting 10000
//
// It says "waiting" with its process id when all of them run. For each line that
// it reads then, it says what its runtime counts. It ends when its input ends.
package main

import (
	"bufio"
	"fmt"
	"os"
	"runtime"
	"runtime/metrics"
	"strconv"
	"sync"
)

func main() {
	tasks, err := strconv.Atoi(os.Args[1])
	if err != nil {
		panic(err)
	}
	var running sync.WaitGroup
	done := make(chan struct{})
	running.Add(tasks)
	for i := 0; i < tasks; i++ {
		go func() {
			running.Done()
			<-done
		}()
	}
	running.Wait()
	fmt.Println("waiting", os.Getpid())
	for in := bufio.NewScanner(os.Stdin); in.Scan(); {
		runtime.GC()
		var stats runtime.MemStats
		runtime.ReadMemStats(&stats)
		fmt.Println("MemStats", "live", stats.HeapAlloc+stats.StackInuse)
		samples := []metrics.Sample{
			{Name: "/memory/classes/heap/objects:bytes"},
			{Name: "/memory/classes/heap/stacks:bytes"},
		}
		metrics.Read(samples)
		fmt.Println("runtime/metrics", "live", samples[0].Value.Uint64()+samples[1].Value.Uint64())
		fmt.Println("said")
	}
}
